package policies.segmentation.no_all_ports_between_groups_test

import data.lib.fixtures
import data.policies.segmentation.no_all_ports_between_groups as policy

members := {"breadth": "members", "peers": [], "publicPrefix": null}

found(openings, over) := result if {
	result := policy.findings with input as fixtures.ingress(fixtures.group({}), [fixtures.cause(openings, over)])
}

test_every_port_to_members_is_a_finding if {
	result := found([fixtures.every_port("all")], object.union(members, {"allPorts": true}))
	fixtures.keys(result) == {"ingress/members"}
}

test_one_port_to_members_is_fine if {
	count(found([fixtures.tcp(5432, 5432)], members)) == 0
}

test_all_but_port_zero_is_just_outside if {
	count(found([fixtures.tcp(1, 65535)], members)) == 0
}

test_addresses_are_judged_elsewhere if {
	count(found([fixtures.every_port("all")], {"allPorts": true})) == 0
}

test_default_groups_are_judged_elsewhere if {
	not policy.applicable with input as fixtures.ingress(fixtures.group({"isDefault": true}), [])
	policy.applicable with input as fixtures.ingress(fixtures.group({}), [])
}

test_both_families_are_one_finding if {
	over := object.union(members, {"allPorts": true})
	causes := [
		fixtures.cause([fixtures.every_port("all")], over),
		fixtures.cause([fixtures.every_port("all")], object.union(over, {"family": "ipv6"})),
	]
	result := policy.findings with input as fixtures.ingress(fixtures.group({}), causes)
	count(result) == 1
}
