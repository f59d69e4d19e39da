# METADATA
# title: Application load balancers that answer the internet must have a web ACL
# description: >-
#   Without a web ACL every request of every stranger reaches the application: floods, scanners and injected code
#   alike.
# related_resources:
#   - https://docs.aws.amazon.com/waf/latest/developerguide/web-acl-associating.html
# schemas:
#   - input: schema["load-balancer"]
# custom:
#   severity: medium
#   subject: load-balancer
#   types: [aws.load-balancer]
#   reads: [web_acl]
#   complete: true
#   remediation: >-
#     Associate a web ACL. CLI: aws wafv2 associate-web-acl; Terraform: aws_wafv2_web_acl_association.
#   controls:
#     aws-fsbp: [ELB.16]
#     dora: ["9(4)(b)"]
#     iso-27001-2022: [A.8.20]
#     nis2: ["21(2)(e)"]
#     nist-800-53-r5: [AC-4, SC-7]
package policies.web.balancers_have_an_acl

applicable if input.subject.is.balancerType == "application"

findings contains finding if {
	applicable
	input.subject.is.scheme == "internet-facing"
	is_null(input.web_acl)
	finding := {
		"key": "web-acl",
		"message": sprintf("%s answers the internet without a web ACL", [input.subject.label]),
		"evidence": [input.subject.id],
	}
}
