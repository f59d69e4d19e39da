package policies.residency.every_store_has_a_class_test

import data.lib.fixtures
import data.policies.residency.every_store_has_a_class as policy

subject(over) := fixtures.node("data-store", "aws.bucket", "store-1", object.union({"storeType": "bucket"}, over))

keys(over, related) := fixtures.keys(found) if {
	found := policy.findings with input as fixtures.document(subject(over), related)
}

test_a_store_of_no_class_is_a_finding if {
	keys({}, {"classes": {"declared": true, "classes": []}}) == {"class"}
}

test_a_store_of_a_class_is_fine if {
	keys({}, {"classes": {"declared": true, "classes": ["personal"]}}) == set()
}

test_without_classes_nobody_asks if {
	not policy.applicable with input as fixtures.document(subject({}), {"classes": {"declared": false, "classes": []}})
}

test_names_of_stores_are_just_outside if {
	not policy.applicable with input as fixtures.document(subject({"storeType": "access-point"}), {"classes": {"declared": true, "classes": []}})
}
