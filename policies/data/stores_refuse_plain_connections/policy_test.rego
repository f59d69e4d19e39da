package policies.data.stores_refuse_plain_connections_test

import data.lib.fixtures
import data.policies.data.stores_refuse_plain_connections as policy

subject(over) := fixtures.node("data-store", "aws.cache-replication-group", "cache-1", object.union({}, over))

keys(over, related) := fixtures.keys(found) if {
	found := policy.findings with input as fixtures.document(subject(over), related)
}

test_it_is_a_finding if {
	keys({"encryptedInTransit": false}, {}) == {"transport"}
}

test_the_contrary_is_fine if {
	keys({"encryptedInTransit": true}, {}) == set()
}

test_what_is_not_told_is_just_outside if {
	keys({"encryptedInTransit": null}, {}) == set()
}
