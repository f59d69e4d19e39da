package policies.residency.control_planes_lie_where_they_may_test

import data.lib.fixtures
import data.policies.residency.control_planes_lie_where_they_may as policy

subject(over) := fixtures.node("data-store", "aws.bucket", "store-1", object.union({}, over))

keys(over, related) := fixtures.keys(found) if {
	found := policy.findings with input as fixtures.document(subject(over), related)
}

test_a_place_that_is_not_allowed_is_a_finding if {
	keys({}, {"placement": fixtures.placed([fixtures.place({"how": "metadata"})])}) == {"metadata/region/us-east-1/111122223333"}
}

test_an_allowed_place_is_fine if {
	keys({}, {"placement": fixtures.placed([fixtures.place({"how": "metadata", "refusedBy": []})])}) == set()
}

test_another_manner_is_just_outside if {
	keys({}, {"placement": fixtures.placed([fixtures.place({"how": "cached"})])}) == set()
}

test_data_without_a_class_is_not_judged if {
	not policy.applicable with input as fixtures.document(subject({}), {"placement": object.union(fixtures.placed([]), {"classes": []})})
}
