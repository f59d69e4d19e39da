# Routes of a subnet.
package lib.routing

# The route table of the subnet: its own, or else the main one of its network. For documents of subnets
# that read route_table and network.main_route_tables.
tables := [input.route_table] if input.route_table != null

tables := input.network.main_route_tables if input.route_table == null

destination(route) := route.destination if route.destination != null

destination(route) := route.prefixList if route.destination == null

# Does the id, an ARN, end in this short id?
names(id, short) if endswith(id, concat("", ["/", short]))

names(id, id)

# Does the block hold every address of the other?
inside(inner, outer) if {
	contains(inner, ":") == contains(outer, ":")
	net.cidr_contains(outer, inner)
}

# Do the blocks together hold every address of this one? Exact: blocks of a network never overlap each
# other, so those within it cover it if their shares add up to the whole.
within(block, blocks) if {
	some outer in blocks
	inside(block, outer)
}

within(block, blocks) if {
	length := prefix(block)
	parts := [longer |
		some part in {part | some part in blocks; inside(part, block)}
		longer := prefix(part) - length
	]
	depth := max(parts)
	depth < 49
	sum([bits.lsh(1, depth - longer) | some longer in parts]) == bits.lsh(1, depth)
}

prefix(block) := to_number(split(block, "/")[1])
