# METADATA
# title: A stateless rule group must have rules
# description: >-
#   A group that is empty looks in the list like one that does something.
# related_resources:
#   - https://docs.aws.amazon.com/network-firewall/latest/developerguide/stateless-rule-groups.html
#   - https://docs.aws.amazon.com/securityhub/latest/userguide/networkfirewall-controls.html
# schemas:
#   - input: schema["filter"]
# custom:
#   severity: medium
#   subject: filter
#   types: [aws.network-firewall-stateless-group]
#   reads: [rules]
#   complete: true
#   remediation: >-
#     CLI: aws network-firewall update-rule-group; Terraform: stateless_rule of the
#     aws_networkfirewall_rule_group.
#   controls:
#     aws-fsbp: [NetworkFirewall.6]
#     dora: ["9(4)(b)"]
#     iso-27001-2022: [A.8.20, A.8.22]
#     nis2: ["21(2)(e)"]
#     nist-800-53-r5: [AC-4, SC-7]
package policies.firewalls.stateless_groups_have_rules

findings contains finding if {
	count(input.rules) == 0
	finding := {
		"key": "empty",
		"message": sprintf("%s has no rules", [input.subject.label]),
		"evidence": [input.subject.id],
	}
}
