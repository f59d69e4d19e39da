# METADATA
# title: Routes should lead somewhere
# description: >-
#   A blackhole route points to a gateway, interface or peering that is gone. Its traffic is dropped, and if
#   somebody makes the target again it comes back to life unreviewed.
# related_resources:
#   - https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Route.html
#   - https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Route_Tables.html
# schemas:
#   - input: schema["route-table"]
# custom:
#   severity: low
#   subject: route-table
#   types: [aws.route-table]
#   reads: []
#   remediation: >-
#     Delete the route or point it to what took the place of its target. CLI: aws ec2 delete-route or replace-route;
#     Terraform: remove the aws_route.
#   controls:
#     dora: ["9(4)(b)"]
#     iso-27001-2022: [A.8.20, A.8.9]
#     nis2: ["21(2)(e)"]
#     nist-800-53-r5: [CM-2, SC-7]
package policies.routing.no_blackhole_routes

import data.lib.routing

findings contains finding if {
	some route in input.subject.is.routes
	route.state == "blackhole"
	destination := routing.destination(route)
	finding := {
		"key": destination,
		"message": sprintf("%s drops what it routes to %s: the %s is gone", [
			input.subject.label,
			destination,
			replace(route.via.type, "-", " "),
		]),
		"evidence": [input.subject.id],
	}
}
