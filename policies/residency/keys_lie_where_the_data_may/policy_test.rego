package policies.residency.keys_lie_where_the_data_may_test

import data.lib.fixtures
import data.policies.residency.keys_lie_where_the_data_may as policy

subject(over) := fixtures.node("data-store", "aws.volume", "store-1", object.union({}, over))

keys(over, related) := fixtures.keys(found) if {
	found := policy.findings with input as fixtures.document(subject(over), related)
}

test_a_key_elsewhere_is_a_finding if {
	keys({}, {"placement": object.union(fixtures.placed([]), {"keys": [fixtures.place_key({})]})}) == {"key/us-east-1/key-1"}
}

test_a_key_at_home_is_fine if {
	keys({}, {"placement": object.union(fixtures.placed([]), {"keys": [fixtures.place_key({"refusedBy": []})]})}) == set()
}

test_a_key_nobody_can_place_is_just_outside if {
	keys({}, {"placement": object.union(fixtures.placed([]), {"keys": [fixtures.place_key({"refusedBy": [], "undecidedBy": ["personal"]})]})}) == set()
}
