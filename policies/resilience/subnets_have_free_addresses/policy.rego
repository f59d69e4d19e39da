# METADATA
# title: A subnet should have addresses left
# description: >-
#   When a subnet runs out of addresses, scaling, failover and endpoints in it fail, mostly at the moment when they
#   are needed.
# related_resources:
#   - https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html
# schemas:
#   - input: schema["subnet"]
# custom:
#   severity: low
#   subject: subnet
#   types: [aws.subnet]
#   reads: []
#   remediation: >-
#     Release interfaces that nothing uses, or add a subnet from a secondary block. CLI: aws ec2
#     associate-vpc-cidr-block, aws ec2 create-subnet; Terraform: aws_vpc_ipv4_cidr_block_association.
#   controls:
#     dora: ["7"]
#     gdpr: ["32(1)(b)"]
#     iso-27001-2022: [A.8.14]
#     nis2: ["21(2)(c)"]
#     nist-800-53-r5: [SC-5(2)]
#   parameters:
#     min_free:
#       description: how many free IPv4 addresses a subnet must have; an empty /28 has 11
#       default: 8
#       schema: {type: integer, minimum: 0}
package policies.resilience.subnets_have_free_addresses

findings contains finding if {
	is_number(input.subject.is.freeAddresses)
	input.subject.is.freeAddresses < data.params.resilience.subnets_have_free_addresses.min_free

	# A subnet for IPv6 only has no IPv4 addresses to run out of.
	some block in input.subject.is.cidrs
	not contains(block, ":")
	finding := {
		"key": "free-addresses",
		"message": sprintf("%s (%s) has only %d IPv4 addresses left", [
			input.subject.label,
			block,
			input.subject.is.freeAddresses,
		]),
		"evidence": [input.subject.id],
	}
}
