# METADATA
# title: Networks with an internet gateway should have a firewall where it is asked for
# description: >-
#   Security groups know addresses and ports. What is said over an open port only a firewall sees.
# related_resources:
#   - https://docs.aws.amazon.com/network-firewall/latest/developerguide/architectures.html
# schemas:
#   - input: schema["network"]
# custom:
#   severity: info
#   subject: network
#   types: [aws.vpc]
#   reads: [gateways, firewalls]
#   complete: true
#   remediation: >-
#     CLI: aws network-firewall create-firewall; Terraform: aws_networkfirewall_firewall.
#   controls:
#     dora: ["9(4)(b)"]
#     iso-27001-2022: [A.8.20, A.8.22]
#     nis2: ["21(2)(e)"]
#     nist-800-53-r5: [AC-4, SC-7]
#   parameters:
#     asked:
#       description: networks with an internet gateway must have a firewall
#       default: false
#       schema: {type: boolean}
package policies.firewalls.networks_with_a_door_have_one

doors := [gateway | some gateway in input.gateways; gateway.is.gatewayType == "internet"]

applicable if {
	data.params.firewalls.networks_with_a_door_have_one.asked == true
	count(doors) > 0
}

findings contains finding if {
	applicable
	count(input.firewalls) == 0
	finding := {
		"key": "firewall",
		"message": sprintf("%s has a way to the internet and no firewall", [input.subject.label]),
		"evidence": [input.subject.id],
	}
}
