package policies.data.keys_in_use_are_not_deleted_test

import data.lib.fixtures
import data.policies.data.keys_in_use_are_not_deleted as policy

subject(over) := fixtures.node("key", "aws.key", "key-1", object.union({}, over))

keys(over, related) := fixtures.keys(found) if {
	found := policy.findings with input as fixtures.document(subject(over), related)
}

test_a_key_that_goes_is_a_finding if {
	keys({"state": "pending-deletion"}, {"data_stores": [], "data_copies": []}) == {"deletion"}
}

test_a_key_that_stays_is_fine if {
	keys({"state": "enabled"}, {"data_stores": [], "data_copies": []}) == set()
}

test_a_disabled_key_is_just_outside if {
	keys({"state": "disabled"}, {"data_stores": [], "data_copies": []}) == set()
}
