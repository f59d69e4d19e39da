# METADATA
# title: Routes to a peer must not be wider than the peer
# description: >-
#   A route that sends more to a peering connection than the other network holds, at worst everything, hands over
#   traffic that was never meant for it. Where peers need only some subnets of each other, routes can say so.
# related_resources:
#   - https://docs.aws.amazon.com/vpc/latest/peering/peering-configurations-partial-access.html
#   - https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-routing.html
# schemas:
#   - input: schema["route-table"]
# custom:
#   severity: medium
#   subject: route-table
#   types: [aws.route-table]
#   reads: [targets]
#   remediation: >-
#     Replace the route by ones for the subnets that are needed. CLI: aws ec2 create-route
#     --destination-cidr-block SUBNET --vpc-peering-connection-id PCX, then delete-route for the wide one; Terraform:
#     aws_route.
#   controls:
#     cis-aws-3.0: ["5.5"]
#     cis-aws-5.0: ["5.6"]
#     cis-aws-7.0: ["6.6"]
#     dora: ["9(4)(b)"]
#     iso-27001-2022: [A.8.20]
#     nis2: ["21(2)(e)"]
#     nist-800-53-r5: [AC-4, SC-7]
#   parameters:
#     whole_network:
#       description: whether a route may cover the whole network of the peer; false asks for parts of it
#       default: true
#       schema: {type: boolean}
package policies.routing.peering_routes_are_least_access

import data.lib.routing
import data.lib.text

applicable if {
	some target in input.targets
	target.kind == "peering"
}

findings contains finding if {
	some route in input.subject.is.routes
	route.via.type == "peering"
	route.destination != null
	some peering in input.targets
	peering.kind == "peering"
	routing.names(peering.id, route.via.id)
	blocks := array.concat(peering.is.requester.cidrs, peering.is.accepter.cidrs)
	count(blocks) > 0
	fault := too_wide(route.destination, blocks)
	finding := {
		"key": route.destination,
		"message": sprintf("%s routes %s to %s, %s %s", [
			input.subject.label,
			route.destination,
			peering.label,
			fault,
			text.few(sort(blocks), 6),
		]),
		"evidence": [input.subject.id, peering.id],
		"cause": input.subject.id,
	}
}

too_wide(destination, blocks) := "more than its networks hold:" if {
	not routing.within(destination, blocks)
} else := "all of a network among" if {
	not data.params.routing.peering_routes_are_least_access.whole_network
	some block in blocks
	routing.inside(block, destination)
}
