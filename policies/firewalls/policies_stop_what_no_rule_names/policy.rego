# METADATA
# title: What no stateless rule names must be dropped or inspected
# description: >-
#   A default that passes lets by whatever nobody thought of.
# related_resources:
#   - https://docs.aws.amazon.com/network-firewall/latest/developerguide/stateless-default-actions.html
#   - https://docs.aws.amazon.com/securityhub/latest/userguide/networkfirewall-controls.html
# schemas:
#   - input: schema["firewall-policy"]
# custom:
#   severity: medium
#   subject: firewall-policy
#   types: [aws.network-firewall-policy]
#   reads: []
#   remediation: >-
#     CLI: aws network-firewall update-firewall-policy; Terraform: stateless_default_actions.
#   controls:
#     aws-fsbp: [NetworkFirewall.4]
#     dora: ["9(4)(b)"]
#     iso-27001-2022: [A.8.20, A.8.22]
#     nis2: ["21(2)(e)"]
#     nist-800-53-r5: [AC-4, SC-7]
package policies.firewalls.policies_stop_what_no_rule_names

findings contains finding if {
	input.subject.is.statelessDefault == "allow"
	finding := {
		"key": "packets",
		"message": sprintf("%s passes packets that no rule names", [input.subject.label]),
		"evidence": [input.subject.id],
	}
}
