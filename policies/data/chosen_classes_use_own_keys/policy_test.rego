package policies.data.chosen_classes_use_own_keys_test

import data.lib.fixtures
import data.policies.data.chosen_classes_use_own_keys as policy

subject(over) := fixtures.node("data-store", "aws.volume", "vol-1", object.union({}, over))

keys(over, related) := fixtures.keys(found) if {
	found := policy.findings with input as fixtures.document(subject(over), related)
}

test_no_key_is_a_finding if {
	keys({"key": null}, {"classes": {"declared": true, "classes": ["personal"]}, "key": null}) == {"key"}
}

test_a_key_of_the_provider_is_a_finding if {
	keys({"key": "k"}, {"classes": {"declared": true, "classes": ["personal"]}, "key": fixtures.node("key", "aws.key", "k", {"manager": "provider"})}) == {"key"}
}

test_a_key_of_the_customer_is_fine if {
	keys({"key": "k"}, {"classes": {"declared": true, "classes": ["personal"]}, "key": fixtures.node("key", "aws.key", "k", {"manager": "customer"})}) == set()
}

test_other_classes_are_just_outside if {
	found := keys({"key": null}, {"classes": {"declared": true, "classes": ["personal"]}, "key": null}) with data.params.data.chosen_classes_use_own_keys.classes as ["vital"]
	found == set()
}
