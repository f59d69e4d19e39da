# METADATA
# title: Route tables of local gateways must be of the expected mode
# description: >-
#   In direct mode machines keep their addresses, and firewalls of the site see who talks. With customer-
#   owned addresses they see a pool. A site that expects one does not filter the other.
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
#     CLI: aws ec2 create-local-gateway-route-table --mode direct-vpc-routing, and associate the VPCs anew.
#   controls:
#     dora: ["9(4)(b)"]
#     iso-27001-2022: [A.8.20, A.8.22]
#     nis2: ["21(2)(e)"]
#     nist-800-53-r5: [AC-4, SC-7]
#   parameters:
#     mode:
#       description: how Outposts talk to their sites
#       default: "direct-vpc-routing"
#       schema: {enum: [direct-vpc-routing, coip]}
package policies.outposts.local_routes_are_expected

params := data.params.outposts.local_routes_are_expected

findings contains finding if {
	input.subject.is.mode != params.mode
	finding := {
		"key": "mode",
		"message": sprintf("%s is of mode %s, not %s", [input.subject.label, input.subject.is.mode, params.mode]),
		"evidence": [input.subject.id],
	}
}
