package policies.transfers.movers_span_zones_test

import data.lib.fixtures
import data.policies.transfers.movers_span_zones as policy

base := {"transferType": "mover", "multiZone": true}

beside := {}

found(over, more) := result if {
	subject := fixtures.node("transfer", "test.transfer", "it", object.union(base, over))
	result := policy.findings with input as fixtures.document(subject, object.union(beside, more))
}

test_one_zone_is_a_finding if {
	fixtures.keys(found({"multiZone": false}, {})) == {"zones"}
}

test_two_are_fine if {
	fixtures.keys(found({}, {})) == set()
}

test_what_is_not_told_is_no_finding if {
	fixtures.keys(found({"multiZone": null}, {})) == set()
}
