# METADATA
# title: A web ACL must have rules
# description: >-
#   A web ACL without rules lets everything by, and looks like protection in every list.
# related_resources:
#   - https://docs.aws.amazon.com/waf/latest/developerguide/web-acl.html
# schemas:
#   - input: schema["web-acl"]
# custom:
#   severity: medium
#   subject: web-acl
#   types: []
#   reads: [coverage]
#   complete: true
#   remediation: >-
#     Add managed rule groups and rules of your own. CLI: aws wafv2 update-web-acl; Terraform: rule of the
#     aws_wafv2_web_acl.
#   controls:
#     aws-fsbp: [WAF.10]
#     dora: ["9(4)(b)"]
#     iso-27001-2022: [A.8.20]
#     nis2: ["21(2)(e)"]
#     nist-800-53-r5: [AC-4, SC-7]
package policies.web.acls_have_rules

findings contains finding if {
	input.coverage.default == "allow"
	count(input.coverage.protections) == 0
	finding := {
		"key": "empty",
		"message": sprintf("%s has no rules and allows every request", [input.subject.label]),
		"evidence": [input.subject.id],
	}
}
