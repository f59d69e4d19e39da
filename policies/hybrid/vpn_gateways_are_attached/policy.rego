# METADATA
# title: A VPN gateway should be attached to a network
# description: >-
#   A gateway that leads nowhere is left from a change that nobody finished, and its connections are still
#   open.
# related_resources:
#   - https://docs.aws.amazon.com/vpn/latest/s2svpn/how_it_works.html
# schemas:
#   - input: schema["gateway"]
# custom:
#   severity: info
#   subject: gateway
#   types: [aws.vpn-gateway]
#   reads: [network]
#   complete: true
#   remediation: >-
#     CLI: aws ec2 attach-vpn-gateway or delete-vpn-gateway; Terraform: aws_vpn_gateway_attachment.
#   controls:
#     iso-27001-2022: [A.8.9]
#     nist-800-53-r5: ["CM-8(1)"]
package policies.hybrid.vpn_gateways_are_attached

findings contains finding if {
	not input.subject.is.state in {"deleted", "deleting"}
	is_null(input.network)
	finding := {
		"key": "detached",
		"message": sprintf("%s is attached to no network", [input.subject.label]),
		"evidence": [input.subject.id],
	}
}
