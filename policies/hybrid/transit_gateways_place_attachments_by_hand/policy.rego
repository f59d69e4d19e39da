# METADATA
# title: New attachments of a transit gateway should reach nobody by default
# description: >-
#   With a default route table whatever is attached talks to all others at once, until somebody separates
#   them.
# related_resources:
#   - https://docs.aws.amazon.com/vpc/latest/tgw/tgw-best-design-practices.html
# schemas:
#   - input: schema["gateway"]
# custom:
#   severity: low
#   subject: gateway
#   types: [aws.transit-gateway]
#   reads: []
#   remediation: >-
#     CLI: aws ec2 modify-transit-gateway --options
#     DefaultRouteTableAssociation=disable,DefaultRouteTablePropagation=disable; Terraform:
#     default_route_table_association.
#   controls:
#     dora: ["9(4)(b)"]
#     iso-27001-2022: [A.8.20, A.8.22]
#     nis2: ["21(2)(e)"]
#     nist-800-53-r5: [AC-4, SC-7]
package policies.hybrid.transit_gateways_place_attachments_by_hand

findings contains finding if {
	input.subject.is.transit.defaultAssociation != null
	input.subject.is.transit.defaultAssociation == input.subject.is.transit.defaultPropagation
	finding := {
		"key": "default-table",
		"message": sprintf("What is attached to %s reaches all that is attached already", [input.subject.label]),
		"evidence": [input.subject.id],
	}
}
