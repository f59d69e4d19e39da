# METADATA
# title: A route must reach something
# description: >-
#   The route is active, and what it sends away comes to no network, data centre or internet: its gateway is detached or
#   failed, the peering is not accepted, the next table knows no way, or the interface takes only what is its own.
#   It shows a way that is not there, and one mended target opens it unreviewed.
# related_resources:
#   - https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Route_Tables.html
#   - https://docs.aws.amazon.com/vpc/latest/userguide/route-table-options.html
# schemas:
#   - input: schema["route-table"]
# custom:
#   severity: low
#   subject: route-table
#   types: [aws.route-table]
#   reads: [dead_ends]
#   remediation: >-
#     Take the route away, or mend what it leads to: the message says where the way ends. CLI: aws ec2 delete-route or
#     replace-route; Terraform: aws_route.
#   controls:
#     dora: ["9(4)(b)"]
#     iso-27001-2022: [A.8.20, A.8.9]
#     nis2: ["21(2)(e)"]
#     nist-800-53-r5: [CM-2, SC-7]
package policies.routing.routes_reach_something

findings contains finding if {
	some route in input.dead_ends.routes
	finding := {
		"key": route.destination,
		"message": sprintf("%s routes %s to nowhere: %s", [input.subject.label, route.destination, route.says]),
		"evidence": [input.subject.id, route.label],
	}
}
