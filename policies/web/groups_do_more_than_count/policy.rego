# METADATA
# title: Rule groups of a web ACL must do more than count
# description: >-
#   Counting is for the days in which a group is tried out. A group that is left counting sees attacks and lets
#   them by.
# related_resources:
#   - https://docs.aws.amazon.com/waf/latest/developerguide/web-acl-rule-group-override-options.html
# schemas:
#   - input: schema["web-acl"]
# custom:
#   severity: low
#   subject: web-acl
#   types: []
#   reads: [coverage]
#   remediation: >-
#     Look at what it counted, except what is yours, and take the override away. CLI: aws wafv2 update-web-acl
#     with OverrideAction None; Terraform: override_action { none {} } of the rule.
#   controls:
#     dora: ["9(4)(b)"]
#     iso-27001-2022: [A.8.16, A.8.20]
#     nis2: ["21(2)(e)"]
#     nist-800-53-r5: [SC-7, SI-4]
package policies.web.groups_do_more_than_count

import data.lib.text

findings contains finding if {
	tame := [protection.rule |
		some protection in input.coverage.protections
		protection.type in {"managed-group", "rule-group"}
		count(protection.counting) > 0
		(count(protection.blocking) + count(protection.asking)) + count(protection.allowing) == 0
	]
	count(tame) > 0
	finding := {
		"key": "counting",
		"message": sprintf("%s of %s only counts", [text.first([rule.label | some rule in tame], 3), input.subject.label]),
		"evidence": [rule.id | some rule in tame],
		"cause": tame[0].id,
	}
}
