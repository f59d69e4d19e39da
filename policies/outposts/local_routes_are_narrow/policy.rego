# METADATA
# title: Routes over a local gateway should be narrow
# description: >-
#   A default route into the building sends what is meant for the internet past every gateway of the cloud.
# related_resources:
#   - https://docs.aws.amazon.com/outposts/latest/userguide/routing.html
# schemas:
#   - input: schema["route-table"]
# custom:
#   severity: low
#   subject: route-table
#   types: [aws.local-gateway-route-table]
#   reads: []
#   remediation: >-
#     Route the ranges of the site only. CLI: aws ec2 create-local-gateway-route.
#   controls:
#     dora: ["9(4)(b)"]
#     iso-27001-2022: [A.8.20, A.8.22]
#     nis2: ["21(2)(e)"]
#     nist-800-53-r5: [AC-4, SC-7]
package policies.outposts.local_routes_are_narrow

findings contains finding if {
	some route in input.subject.is.routes
	route.origin == "static"
	route.destination in {"0.0.0.0/0", "::/0"}
	finding := {
		"key": route.destination,
		"message": sprintf("%s sends %s to the site", [input.subject.label, route.destination]),
		"evidence": [input.subject.id],
	}
}
