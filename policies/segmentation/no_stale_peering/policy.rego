# METADATA
# title: Peering connections should be in use or gone
# description: >-
#   A request that nobody accepted, or that failed, is a door half built: it can still be accepted by somebody who
#   does not know why it was asked for.
# related_resources:
#   - https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-basics.html#vpc-peering-lifecycle
# schemas:
#   - input: schema["peering"]
# custom:
#   severity: low
#   subject: peering
#   types: [aws.vpc-peering]
#   reads: []
#   remediation: >-
#     Accept it if it is wanted, delete it otherwise. CLI: aws ec2 accept-vpc-peering-connection or
#     delete-vpc-peering-connection; Terraform: aws_vpc_peering_connection_accepter, or remove the connection.
#   controls:
#     iso-27001-2022: [A.8.22, A.8.9]
#     nist-800-53-r5: [CA-3, CM-7]
#   parameters:
#     stale:
#       description: states of a connection that is neither in use nor gone
#       default: [pending-acceptance, failed, expired, rejected]
#       schema: {type: array, uniqueItems: true, items: {type: string}}
package policies.segmentation.no_stale_peering

findings contains finding if {
	input.subject.is.state in data.params.segmentation.no_stale_peering.stale
	finding := {
		"key": input.subject.is.state,
		"message": sprintf("%s is %s", [input.subject.label, replace(input.subject.is.state, "-", " ")]),
		"evidence": [input.subject.id],
	}
}
