package policies.data.transfers_are_encrypted_on_the_way_test

import data.lib.fixtures
import data.policies.data.transfers_are_encrypted_on_the_way as policy

subject(over) := fixtures.node("transfer-end", "aws.replication-endpoint", "end-1", object.union({}, over))

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
