package policies.data.stores_are_encrypted_test

import data.lib.fixtures
import data.policies.data.stores_are_encrypted as policy

subject(over) := fixtures.node("data-store", "aws.volume", "vol-1", object.union({}, over))

keys(over, related) := fixtures.keys(found) if {
	found := policy.findings with input as fixtures.document(subject(over), related)
}

test_it_is_a_finding if {
	keys({"encrypted": false}, {}) == {"encryption"}
}

test_the_contrary_is_fine if {
	keys({"encrypted": true}, {}) == set()
}

test_what_is_not_told_is_just_outside if {
	keys({"encrypted": null}, {}) == set()
}
