# METADATA
# title: Fragments that no stateless rule names must be dropped or inspected
# description: >-
#   Attackers cut packets so that no piece looks like the whole.
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
#     CLI: aws network-firewall update-firewall-policy; Terraform: stateless_fragment_default_actions.
#   controls:
#     aws-fsbp: [NetworkFirewall.5]
#     dora: ["9(4)(b)"]
#     iso-27001-2022: [A.8.20, A.8.22]
#     nis2: ["21(2)(e)"]
#     nist-800-53-r5: [AC-4, SC-7]
package policies.firewalls.policies_stop_fragments

findings contains finding if {
	input.subject.is.fragmentDefault == "allow"
	finding := {
		"key": "fragments",
		"message": sprintf("%s passes fragments that no rule names", [input.subject.label]),
		"evidence": [input.subject.id],
	}
}
