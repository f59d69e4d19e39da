package policies.dns.zone_transfers_are_limited_test

import data.lib.fixtures
import data.policies.dns.zone_transfers_are_limited as policy

found(is, transfers) := result if {
	zone := fixtures.node("zone", "bind.zone", "corp.example.", object.union({"name": "corp.example."}, is))
	server := fixtures.node("name-server", "bind.view", "BIND on ns1", {"transfers": transfers})
	result := policy.findings with input as fixtures.document(zone, {"name_server": server})
}

test_everybody_is_a_finding if {
	count(found({}, ["any"])) == 1
}

test_nobody_is_fine if {
	count(found({}, ["none"])) == 0
}

test_a_word_of_the_zone_is_just_outside if {
	count(found({"transfers": ["10.0.0.2"]}, ["any"])) == 0
}

test_everybody_of_the_zone_is_a_finding if {
	count(found({"transfers": ["any"]}, ["none"])) == 1
}
