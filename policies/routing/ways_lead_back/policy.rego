# METADATA
# title: Where routes lead to a network, its routes should lead back the same way
# description: >-
#   Packets go there by one link, and the answers have no route or take another. Without one no connection comes about;
#   with another, stateful devices and flow logs on each link see half of it.
# related_resources:
#   - https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-routing.html
#   - https://docs.aws.amazon.com/vpc/latest/tgw/tgw-best-design-practices.html
# schemas:
#   - input: schema["network"]
# custom:
#   severity: low
#   subject: network
#   types: [aws.vpc]
#   reads: [returns]
#   remediation: >-
#     Add the route back over the link that is named, or take the route there away. CLI: aws ec2 create-route;
#     Terraform: aws_route.
#   controls:
#     dora: ["9(4)(b)"]
#     iso-27001-2022: [A.8.20, A.8.9]
#     nis2: ["21(2)(e)"]
#     nist-800-53-r5: [CM-2, SC-7]
package policies.routing.ways_lead_back

findings contains finding if {
	some way in input.returns.lost
	finding := {
		"key": concat("/", ["no-return", way.to.id]),
		"message": sprintf("%s routes to %s over %s, and no route leads back", [
			input.subject.label,
			way.to.label,
			way.there.label,
		]),
		"evidence": [way.there.id, way.to.id],
		"cause": way.to.id,
	}
}

findings contains finding if {
	some way in input.returns.asymmetric
	finding := {
		"key": concat("/", ["asymmetric", way.to.id]),
		"message": sprintf("%s routes to %s over %s, and the way back is over %s", [
			input.subject.label,
			way.to.label,
			way.there.label,
			way.back.label,
		]),
		"evidence": [way.there.id, way.back.id, way.to.id],
	}
}
