# Built-ins of the host, wrapped where JSON, in which values travel there and back, is too narrow: it has no
# sets, no numbers of more than 53 bits and no keys but texts. Calls of policies are sent here (wrap.go). With
# a host that hands values over whole, the wrappers change nothing.
package causeway.host

net_cidr_expand(cidr) := {address | some address in found} if found := net.cidr_expand(cidr)

net_cidr_merge(blocks) := {block | some block in found} if found := net.cidr_merge(blocks)

# A match is named by its index, and in a set by the member itself.
net_cidr_contains_matches(one, other) := {[name(one, i), name(other, j)] | some [i, j] in found} if {
	found := net.cidr_contains_matches(listed(one), listed(other))
}

listed(members) := [member | some member in members] if is_set(members)

else := members

name(members, index) := listed(members)[index] if is_set(members)

else := index

graph_reachable_paths(edges, initial) := {path | some path in found} if {
	carried(keys_of(edges))
	found := graph.reachable_paths(edges, initial)
}

# Their keys, as long as they are texts.
keys_of(edges) := {node: 0 | some node, _ in edges}

regex_find_n(pattern, value, number) := [match[0] | some match in found] if {
	found := regex.find_all_string_submatch_n(pattern, value, number)
}

json_patch(target, patches) := json.patch(target, patches) if carried([target, patches])

object_subset(super, sub) := count(sub - super) == 0 if {
	is_set(super)
	is_set(sub)
} else := count([member | some member in super; member in sub]) >= count(sub) if {
	is_array(super)
	is_set(sub)
	count(super) > 0
} else := false if {
	is_array(super)
	is_set(sub)
} else := object.subset(super, sub) if {
	carried([super, sub])
}

# What JSON cannot carry would arrive as something else. Two answers that differ end the evaluation: the
# subject is then unknown, and never passes by mistake.
carried(_) := true

carried(value) := false if odd(value)

odd(value) if {
	walk(value, [_, part])
	is_set(part)
}

odd(value) if {
	walk(value, [_, part])
	is_object(part)
	some key, _ in part
	not is_string(key)
}

# sprintf writes arrays, objects and sets as Rego does.
sprintf_(format, values) := sprintf(format, [written(value) | some value in values])

# A plain verb over what it is meant for says the same as a template string, which the engine has itself.
as_s(value) := value if is_string(value)

else := sprintf("%s", [written(value)])

as_d(value) := value if {
	is_number(value)
	floor(value) == value
} else := sprintf("%d", [written(value)])

as_v(value) := sprintf("%v", [value]) if {
	is_number(value)
	floor(value) != value
} else := written(value)

# The engine gives up beyond 31 bits.
format_int_(number, base) := format_int(number, base) if {
	abs(number) < 2147483648
} else := internal.template_string([{number}]) if {
	base == 10
	floor(number) == number
} else := format_int(number, base)

written(value) := internal.template_string([{value}]) if type_name(value) in {"array", "object"}

else := "set()" if value == set()

else := concat("", ["{", concat(", ", [member_text(member) | some member in sort(value)]), "}"]) if is_set(value)

else := value

# As it stands in a composite: a text in quotes.
member_text(member) := substring(text, 1, count(text) - 2) if text := internal.template_string([{[member]}])

# In the engine the members of a set come in no order; what is written of one must not hang on that.
concat_(separator, parts) := concat(separator, parts) if is_array(parts)

else := concat(separator, sort(parts))

json_marshal(value) := json.marshal(sort(value)) if is_set(value)

else := json.marshal(value)

urlquery_encode_object(values) := urlquery.encode_object({name: ordered(value) | some name, value in values}) if is_object(values)

ordered(value) := sort(value) if is_set(value)

else := value

uuid_parse(text) := object.union(found, {"time": to_number(found.time)}) if {
	found := uuid.parse(text)
	found.time
} else := uuid.parse(text)

units_parse(text) := to_number(units.parse(text))

units_parse_bytes(text) := to_number(units.parse_bytes(text))

time_parse_ns(layout, value) := to_number(time.parse_ns(layout, value))

time_parse_rfc3339_ns(value) := to_number(time.parse_rfc3339_ns(value))

time_parse_duration_ns(value) := to_number(time.parse_duration_ns(value))

# A number of nanoseconds has more than 53 bits, one of whole seconds is a double all the same.
time_date(time_) := time.date(whole(time_))

time_clock(time_) := time.clock(whole(time_))

time_weekday(time_) := time.weekday(whole(time_))

time_diff(one, other) := time.diff(whole(one), whole(other))

time_add_date(time_, years, months, days) := time.add_date(whole(time_), years, months, days) + fraction(time_)

# The host takes it to the microsecond; what is finer ends the evaluation.
time_format(time_) := time.format(time_) if carried([finer | finer := {1}; nanoseconds(time_) % 1000 != 0])

whole(time_) := nanoseconds(time_) - fraction(time_) if is_number(time_)

else := array.concat([nanoseconds(time_) - fraction(time_)], array.slice(time_, 1, count(time_)))

fraction(time_) := ((nanoseconds(time_) % 1000000000) + 1000000000) % 1000000000

nanoseconds(time_) := time_ if is_number(time_)

else := time_[0]
