# METADATA
# title: Rules of a web ACL must be reached
# description: >-
#   A rule behind one that ends every request looks at nothing, and whoever reads the list believes in it.
# related_resources:
#   - https://docs.aws.amazon.com/waf/latest/developerguide/web-acl-processing-order.html
# schemas:
#   - input: schema["web-acl"]
# custom:
#   severity: medium
#   subject: web-acl
#   types: []
#   reads: [coverage]
#   remediation: >-
#     Give the rule that ends every request a larger priority, or narrow it. CLI: aws wafv2 update-web-acl;
#     Terraform: priority of the rule of the aws_wafv2_web_acl.
#   controls:
#     dora: ["9(4)(b)"]
#     iso-27001-2022: [A.8.20]
#     nis2: ["21(2)(e)"]
#     nist-800-53-r5: [AC-4, SC-7]
package policies.web.rules_are_reached

import data.lib.text

findings contains finding if {
	lost := [protection.rule | some protection in input.coverage.protections; protection.reached == "none"]
	count(lost) > 0
	finding := {
		"key": "unreached",
		"message": sprintf("No request reaches %s of %s", [text.first([rule.label | some rule in lost], 3), input.subject.label]),
		"evidence": [rule.id | some rule in lost],
		"cause": lost[0].id,
	}
}
