# METADATA
# title: A data centre behind a VPN must not use the addresses of the cloud
# description: >-
#   Where both sides have an address each answers itself: a part of the other side cannot be reached, and
#   nobody sees why.
# related_resources:
#   - https://docs.aws.amazon.com/vpn/latest/s2svpn/VPNTunnels.html
# schemas:
#   - input: schema["vpn-connection"]
# custom:
#   severity: medium
#   subject: vpn-connection
#   types: [aws.vpn-connection]
#   reads: [gateway.network]
#   remediation: >-
#     Give one side other addresses, or translate them at the edge. CLI: aws ec2 delete-vpn-connection-route;
#     Terraform: aws_vpn_connection_route.
#   controls:
#     dora: ["9(4)(b)"]
#     iso-27001-2022: [A.8.20, A.8.22]
#     nis2: ["21(2)(e)"]
#     nist-800-53-r5: [AC-4, SC-7]
package policies.hybrid.vpn_routes_do_not_overlap_networks

import data.lib.text

networks contains network if {
	network := input.gateway.network
	network != null
}

findings contains finding if {
	input.subject.is.state == "available"
	some network in networks
	shared := {sprintf("%s and %s", [route.cidr, cidr]) |
		some route in input.subject.is.routes
		not endswith(route.cidr, "/0")
		some cidr in network.is.cidrs
		contains(route.cidr, ":") == contains(cidr, ":")
		net.cidr_intersects(route.cidr, cidr)
	}
	count(shared) > 0
	finding := {
		"key": network.id,
		"message": sprintf("%s leads to addresses that %s has itself: %s", [
			input.subject.label,
			network.label,
			text.few(sort(shared), 3),
		]),
		"evidence": [input.subject.id, network.id],
	}
}
