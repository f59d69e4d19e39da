package policies.data.shares_use_own_keys_test

import data.lib.fixtures
import data.policies.data.shares_use_own_keys as policy

subject(over) := fixtures.node("transfer", "aws.file-share", "share-1", object.union({}, over))

keys(over, related) := fixtures.keys(found) if {
	found := policy.findings with input as fixtures.document(subject(over), related)
}

test_a_key_of_the_service_is_a_finding if {
	keys({"key": null}, {}) == {"key"}
}

test_a_key_of_the_customer_is_fine if {
	keys({"key": "k"}, {}) == set()
}

test_what_is_not_told_is_just_outside if {
	keys({}, {}) == set()
}
