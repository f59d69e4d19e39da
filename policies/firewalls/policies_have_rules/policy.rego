# METADATA
# title: A firewall's policy must have rules
# description: >-
#   A firewall without rules lets everything by and is paid for by the hour.
# related_resources:
#   - https://docs.aws.amazon.com/network-firewall/latest/developerguide/firewall-policies.html
#   - https://docs.aws.amazon.com/securityhub/latest/userguide/networkfirewall-controls.html
# schemas:
#   - input: schema["firewall-policy"]
# custom:
#   severity: medium
#   subject: firewall-policy
#   types: [aws.network-firewall-policy]
#   reads: []
#   remediation: >-
#     CLI: aws network-firewall update-firewall-policy; Terraform: stateful_rule_group_reference.
#   controls:
#     aws-fsbp: [NetworkFirewall.3]
#     dora: ["9(4)(b)"]
#     iso-27001-2022: [A.8.20, A.8.22]
#     nis2: ["21(2)(e)"]
#     nist-800-53-r5: [AC-4, SC-7]
package policies.firewalls.policies_have_rules

findings contains finding if {
	count(input.subject.is.statelessGroups) + count(input.subject.is.statefulGroups) == 0
	finding := {
		"key": "rules",
		"message": sprintf("%s has no rules", [input.subject.label]),
		"evidence": [input.subject.id],
	}
}
