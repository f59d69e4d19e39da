package lib.rules_test

import data.lib.fixtures
import data.lib.rules

tcp(from, to) := {"protocols": [6], "ports": [{"from": from, "to": to}]}

covers(wide, narrow) := rules.covers(fixtures.entry(1, wide).is, fixtures.entry(2, narrow).is)

test_a_rule_covers_itself if {
	covers({}, {})
	covers(tcp(22, 22), tcp(22, 22))
}

test_protocols_and_ports_are_sets if {
	covers({}, tcp(22, 22))
	covers(tcp(1, 100), tcp(22, 22))
	covers(tcp(0, 65535), {"protocols": [6]})
	not covers(tcp(22, 22), {})
	not covers(tcp(23, 100), tcp(22, 22))
	not covers(tcp(22, 22), {"protocols": [6]})
	not covers({"protocols": [6]}, {"protocols": [6, 17]})
}

test_addresses_are_sets_of_one_family if {
	covers({"peers": [{"cidr": "10.0.0.0/8"}]}, {"peers": [{"cidr": "10.1.0.0/16"}]})
	not covers({"peers": [{"cidr": "10.1.0.0/16"}]}, {"peers": [{"cidr": "10.0.0.0/8"}]})
	not covers({"peers": [{"cidr": "0.0.0.0/0"}]}, {"peers": [{"cidr": "::/0"}]})
	not covers({"peers": [{"cidr": "10.0.0.0/8"}]}, {"peers": [{"any": true}]})
	covers({"peers": [{"any": true}]}, {"peers": [{"cidr": "::/0"}]})
}

test_icmp_types_and_codes_narrow if {
	echo := {"protocols": [1], "icmp": {"type": 8, "code": null}}
	any := {"protocols": [1], "icmp": {"type": null, "code": null}}
	covers(any, echo)
	not covers(echo, any)
	covers(any, {"protocols": [1]})
	not covers(echo, {"protocols": [1]})
}

test_a_rule_with_conditions_that_are_not_understood_covers_nothing if {
	not covers({"unmodelled": ["limit rate"]}, {})
	not covers({"sourcePorts": [{"from": 53, "to": 53}]}, {})
	not covers({"established": true}, {})
}

test_the_first_covering_rule_hides if {
	entries := [
		fixtures.entry(300, tcp(22, 22)),
		fixtures.entry(200, {}),
		fixtures.entry(100, tcp(0, 1023)),
		fixtures.entry(50, object.union(tcp(0, 65535), {"direction": "egress"})),
	]
	rules.hidden_by(entries[0], entries).id == "acl-1#ingress/100"
	not rules.hidden_by(entries[1], entries)
	not rules.hidden_by(entries[2], entries)
}
