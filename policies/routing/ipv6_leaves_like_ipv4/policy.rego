# METADATA
# title: A subnet that is private for IPv4 must be private for IPv6
# description: >-
#   A table that sends IPv4 through a NAT gateway and IPv6 straight to an internet gateway makes machines reachable
#   that everybody takes for private: IPv6 addresses need no translation.
# related_resources:
#   - https://docs.aws.amazon.com/vpc/latest/userguide/egress-only-internet-gateway.html
# schemas:
#   - input: schema["route-table"]
# custom:
#   severity: medium
#   subject: route-table
#   types: [aws.route-table]
#   reads: []
#   remediation: >-
#     Point ::/0 to an egress-only internet gateway. CLI: aws ec2 create-egress-only-internet-gateway, then aws ec2
#     replace-route --destination-ipv6-cidr-block ::/0 --egress-only-internet-gateway-id EIGW; Terraform:
#     egress_only_gateway_id of the aws_route.
#   controls:
#     dora: ["9(4)(b)"]
#     iso-27001-2022: [A.8.20]
#     nis2: ["21(2)(e)"]
#     nist-800-53-r5: [AC-4, SC-7, SC-7(3)]
package policies.routing.ipv6_leaves_like_ipv4

import data.lib.routing

findings contains finding if {
	some route in input.subject.is.routes
	leaves(route)
	contains(route.destination, ":")
	not ipv4_leaves
	finding := {
		"key": route.destination,
		"message": sprintf("%s routes %s to an internet gateway, and no IPv4", [
			input.subject.label,
			routing.destination(route),
		]),
		"evidence": [input.subject.id],
	}
}

ipv4_leaves if {
	some route in input.subject.is.routes
	leaves(route)
	not contains(route.destination, ":")
}

leaves(route) if {
	route.via.type == "internet-gateway"
	route.state != "blackhole"
}
