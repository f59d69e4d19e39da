# METADATA
# title: A firewall should have endpoints in two zones
# description: >-
#   When its only zone fails all others lose their way out, or go around it.
# related_resources:
#   - https://docs.aws.amazon.com/network-firewall/latest/developerguide/firewall-high-availability.html
#   - https://docs.aws.amazon.com/securityhub/latest/userguide/networkfirewall-controls.html
# schemas:
#   - input: schema["firewall"]
# custom:
#   severity: medium
#   subject: firewall
#   types: [aws.network-firewall]
#   reads: []
#   remediation: >-
#     CLI: aws network-firewall associate-subnets; Terraform: subnet_mapping of the
#     aws_networkfirewall_firewall.
#   controls:
#     aws-fsbp: [NetworkFirewall.1]
#     dora: ["12(5)"]
#     iso-27001-2022: [A.8.14]
#     nis2: ["21(2)(c)"]
#     nist-800-53-r5: [CP-8, CP-10]
package policies.firewalls.span_zones

findings contains finding if {
	count({endpoint.zone | some endpoint in input.subject.is.endpoints}) == 1
	finding := {
		"key": "zones",
		"message": sprintf("%s has endpoints in one zone", [input.subject.label]),
		"evidence": [input.subject.id],
	}
}
