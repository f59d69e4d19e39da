# Words for messages: lists, ports, address families.
package lib.text

family := {"ipv4": "IPv4", "ipv6": "IPv6"}

# "a", "a and b", "a, b and c".
listing(items) := concat(" and ", items) if count(items) < 3

listing(items) := text if {
	count(items) > 2
	last := count(items) - 1
	text := concat(" and ", [concat(", ", array.slice(items, 0, last)), items[last]])
}

# At most `limit` of the distinct items, in their order, and how many more there are. Doubles are looked for
# among the first ones only where there are many: they stand near each other.
few(items, limit) := listing(unique(items)) if {
	number := count({item | some item in items})
	number <= limit
} else := sprintf("%s and %d more", [concat(", ", head), number - count(head)]) if {
	number := count({item | some item in items})
	head := array.slice(unique(array.slice(items, 0, limit * 3)), 0, limit)
}

# At most `limit` of the items as they come, and how many more there are. Labels go here: only quoted, never
# compared, so that copies of a subject need judging once.
first(items, limit) := listing(items) if count(items) <= limit

first(items, limit) := sprintf("%s and %d more", [concat(", ", array.slice(items, 0, limit)), count(items) - limit]) if {
	count(items) > limit
}

# Each item once, where it comes first.
unique(items) := [item | some i, item in items; not item in array.slice(items, 0, i)]

ports(span) := format_int(span.from, 10) if span.from == span.to

ports(span) := concat("-", [format_int(span.from, 10), format_int(span.to, 10)]) if span.from != span.to

# "1 rule", "3 rules".
counted(number, noun) := sprintf("1 %s", [noun]) if number == 1

counted(number, noun) := sprintf("%d %ss", [number, noun]) if number != 1
