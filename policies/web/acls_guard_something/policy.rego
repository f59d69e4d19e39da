# METADATA
# title: A web ACL must guard something
# description: >-
#   A web ACL that nothing is associated with protects nothing, costs money, and is the one that somebody
#   believes to be in place.
# related_resources:
#   - https://docs.aws.amazon.com/waf/latest/developerguide/web-acl-associating.html
# schemas:
#   - input: schema["web-acl"]
# custom:
#   severity: info
#   subject: web-acl
#   types: []
#   reads: [protects]
#   complete: true
#   remediation: >-
#     Associate it, or delete it. CLI: aws wafv2 associate-web-acl or delete-web-acl; Terraform:
#     aws_wafv2_web_acl_association.
#   controls:
#     dora: ["8(1)"]
#     iso-27001-2022: [A.5.9]
#     nist-800-53-r5: [CM-8]
package policies.web.acls_guard_something

findings contains finding if {
	count(input.protects) == 0
	finding := {
		"key": "unused",
		"message": sprintf("%s guards nothing", [input.subject.label]),
		"evidence": [input.subject.id],
	}
}
