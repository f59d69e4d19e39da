package policies.transfers.movers_keep_themselves_current_test

import data.lib.fixtures
import data.policies.transfers.movers_keep_themselves_current as policy

base := {"transferType": "mover", "autoUpgrades": true}

beside := {}

found(over, more) := result if {
	subject := fixtures.node("transfer", "test.transfer", "it", object.union(base, over))
	result := policy.findings with input as fixtures.document(subject, object.union(beside, more))
}

test_one_that_does_not_is_a_finding if {
	fixtures.keys(found({"autoUpgrades": false}, {})) == {"upgrades"}
}

test_one_that_does_is_fine if {
	fixtures.keys(found({}, {})) == set()
}

test_what_is_not_told_is_no_finding if {
	fixtures.keys(found({"autoUpgrades": null}, {})) == set()
}
