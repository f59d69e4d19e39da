package policies.backup.stores_are_protected_from_deletion_test

import data.lib.fixtures
import data.policies.backup.stores_are_protected_from_deletion as policy

subject(over) := fixtures.node("data-store", "aws.db-instance", "db-1", object.union({}, over))

keys(over, related) := fixtures.keys(found) if {
	found := policy.findings with input as fixtures.document(subject(over), related)
}

test_it_is_a_finding if {
	keys({"deletionProtection": false}, {}) == {"deletion"}
}

test_the_contrary_is_fine if {
	keys({"deletionProtection": true}, {}) == set()
}

test_what_is_not_told_is_just_outside if {
	keys({"deletionProtection": null}, {}) == set()
}
