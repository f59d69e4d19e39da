# METADATA
# title: A rule group of your own must have rules
# description: >-
#   A group without rules passes everything by, wherever it is used.
# related_resources:
#   - https://docs.aws.amazon.com/waf/latest/developerguide/waf-rule-groups.html
# schemas:
#   - input: schema["web-rule-group"]
# custom:
#   severity: low
#   subject: web-rule-group
#   types: []
#   reads: [rules]
#   complete: true
#   remediation: >-
#     Add rules, or delete it. CLI: aws wafv2 update-rule-group or delete-rule-group; Terraform: rule of the
#     aws_wafv2_rule_group.
#   controls:
#     dora: ["9(4)(b)"]
#     iso-27001-2022: [A.8.20]
#     nis2: ["21(2)(e)"]
#     nist-800-53-r5: [AC-4, SC-7]
package policies.web.rule_groups_have_rules

applicable if input.subject.is.vendor == null

findings contains finding if {
	applicable
	count(input.rules) == 0
	finding := {
		"key": "empty",
		"message": sprintf("%s has no rules", [input.subject.label]),
		"evidence": [input.subject.id],
	}
}
