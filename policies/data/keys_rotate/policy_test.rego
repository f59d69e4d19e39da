package policies.data.keys_rotate_test

import data.lib.fixtures
import data.policies.data.keys_rotate as policy

subject(over) := fixtures.node("key", "aws.key", "key-1", object.union({"manager": "customer", "spec": "SYMMETRIC_DEFAULT", "origin": "aws-kms", "enabled": true}, over))

keys(over, related) := fixtures.keys(found) if {
	found := policy.findings with input as fixtures.document(subject(over), related)
}

test_no_rotation_is_a_finding if {
	keys({"rotates": false}, {}) == {"rotation"}
}

test_rotation_each_year_is_fine if {
	keys({"rotates": true, "rotationDays": 365}, {}) == set()
}

test_one_day_more_is_just_outside if {
	keys({"rotates": true, "rotationDays": 366}, {}) == {"days"}
}

test_keys_for_signing_are_not_judged if {
	not policy.applicable with input as fixtures.document(subject({"rotates": false, "spec": "RSA_2048"}), {})
}
