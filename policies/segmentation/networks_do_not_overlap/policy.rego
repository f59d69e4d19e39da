# METADATA
# title: Networks of an account should not overlap
# description: >-
#   Networks with a range in common can never be peered, nor share a transit gateway or a line to the data centre,
#   and an address in a log does not say which machine it was. It shows on the day they must be joined.
# related_resources:
#   - https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-basics.html
#   - https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html
# schemas:
#   - input: schema["account"]
# custom:
#   severity: info
#   subject: account
#   types: [aws.account]
#   reads: [networks]
#   remediation: >-
#     Give new networks ranges from an address plan, e.g. by an IPAM pool, and move the smaller of the two when it
#     must be joined. CLI: aws ec2 create-vpc --ipv4-ipam-pool-id POOL --ipv4-netmask-length 20; Terraform:
#     ipv4_ipam_pool_id of the aws_vpc.
#   controls:
#     dora: ["9(4)(b)"]
#     iso-27001-2022: [A.8.20, A.8.22, A.8.9]
#     nis2: ["21(2)(e)"]
#     nist-800-53-r5: [CM-2, SC-7]
package policies.segmentation.networks_do_not_overlap

# Default networks all have the same range: segmentation/no_default_networks speaks of them.
networks := [network | some network in input.networks; not network.is.isDefault]

findings contains finding if {
	some i, one in networks
	some j, other in networks
	i < j
	shared := {sprintf("%s and %s", [mine, theirs]) |
		some mine in one.is.cidrs
		some theirs in other.is.cidrs
		contains(mine, ":") == contains(theirs, ":")
		net.cidr_intersects(mine, theirs)
	}
	count(shared) > 0
	finding := {
		"key": concat("+", sort([one.id, other.id])),
		"message": sprintf("%s and %s overlap: %s", [one.label, other.label, concat(", ", sort(shared))]),
		"evidence": sort([one.id, other.id]),
	}
}
