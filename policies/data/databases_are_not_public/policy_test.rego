package policies.data.databases_are_not_public_test

import data.lib.fixtures
import data.policies.data.databases_are_not_public as policy

subject(over) := fixtures.node("data-store", "aws.db-instance", "db-1", object.union({}, over))

keys(over, related) := fixtures.keys(found) if {
	found := policy.findings with input as fixtures.document(subject(over), related)
}

test_it_is_a_finding if {
	keys({"isPublic": true}, {}) == {"public"}
}

test_the_contrary_is_fine if {
	keys({"isPublic": false}, {}) == set()
}

test_what_is_not_told_is_just_outside if {
	keys({"isPublic": null}, {}) == set()
}
