package policies.inventory.activations_admit_few_test

import data.lib.fixtures
import data.policies.inventory.activations_admit_few as policy

base := {"expired": false, "limit": 10, "registered": 5}

beside := {}

found(over, more) := result if {
	subject := fixtures.node("activation", "aws.ssm-activation", "it", object.union(base, over))
	result := policy.findings with input as fixtures.document(subject, object.union(beside, more))
}

test_many_are_a_finding if {
	fixtures.keys(found({"limit": 1000}, {})) == {"open"}
}

test_few_are_fine if {
	fixtures.keys(found({}, {})) == set()
}

test_just_as_many_as_may_be_are_fine if {
	fixtures.keys(found({"limit": 105}, {})) == set()
}

test_one_that_ended_admits_nobody if {
	fixtures.keys(found({"expired": true, "limit": 1000}, {})) == set()
}
