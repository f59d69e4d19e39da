# METADATA
# title: Networks that meet at a transit gateway must not share addresses
# description: >-
#   Of two networks with the same addresses only one is reached, and which one follows from the order of
#   attachment.
# related_resources:
#   - https://docs.aws.amazon.com/vpc/latest/tgw/how-transit-gateways-work.html
# schemas:
#   - input: schema["gateway"]
# custom:
#   severity: medium
#   subject: gateway
#   types: [aws.transit-gateway]
#   reads: [attachments.network, vpn_connections]
#   remediation: >-
#     Give one of them other addresses, or put it behind a private NAT gateway. CLI: aws ec2 create-nat-
#     gateway --connectivity-type private; Terraform: aws_nat_gateway.
#   controls:
#     dora: ["9(4)(b)"]
#     iso-27001-2022: [A.8.20, A.8.22]
#     nis2: ["21(2)(e)"]
#     nist-800-53-r5: [AC-4, SC-7]
package policies.hybrid.attached_networks_do_not_overlap

# Who has which addresses: networks, each once however often it is attached, and what static routes lead to.
blocks contains {"of": network.id, "cidr": cidr} if {
	some attachment in input.attachments
	network := attachment.network
	network != null
	some cidr in network.is.cidrs
}

blocks contains {"of": connection.id, "cidr": route.cidr} if {
	some connection in input.vpn_connections
	connection.is.state == "available"
	some route in connection.is.routes
	not endswith(route.cidr, "/0")
}

labels[network.id] := network.label if {
	some attachment in input.attachments
	network := attachment.network
	network != null
}

labels[connection.id] := connection.label if some connection in input.vpn_connections

# Blocks share addresses where one holds the other. Whoever holds a block holds it at its own length: with an index by
# first address and length nobody is compared with everybody.
holders[key] contains block.of if {
	some block in blocks
	not contains(block.cidr, ":")
	length := prefix(block.cidr)
	key := sprintf("%d/%d", [first(block.cidr, length), length])
}

# Of IPv6 the provider gives out blocks, and gives none twice: the same one is brought along.
holders[block.cidr] contains block.of if {
	some block in blocks
	contains(block.cidr, ":")
}

lengths contains prefix(block.cidr) if {
	some block in blocks
	not contains(block.cidr, ":")
}

prefix(cidr) := to_number(split(cidr, "/")[1])

# The first address of the block of this length in which a block begins.
first(cidr, length) := number - (number % bits.lsh(1, 32 - length)) if {
	[a, b, c, d] := [to_number(part) | some part in split(split(cidr, "/")[0], ".")]
	number := (((((a * 256) + b) * 256) + c) * 256) + d
}

keys(cidr) := found if {
	not contains(cidr, ":")
	found := {sprintf("%d/%d", [first(cidr, length), length]) | some length in lengths; length <= prefix(cidr)}
}

keys(cidr) := {cidr} if contains(cidr, ":")

# The narrower of two tells of it, and of two that are alike each.
shared[block.of] contains [min(others), block.cidr] if {
	some block in blocks
	some key in keys(block.cidr)
	others := holders[key] - {block.of}
	count(others) > 0
}

findings contains finding if {
	some id, pairs in shared
	[other, cidr] := min(pairs)
	finding := {
		"key": id,
		"message": sprintf("%s and %s meet at %s, and both have %s", [
			labels[id],
			labels[other],
			input.subject.label,
			cidr,
		]),
		"evidence": [id, other],
	}
}
