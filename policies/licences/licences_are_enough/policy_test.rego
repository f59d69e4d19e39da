package policies.licences.licences_are_enough_test

import data.lib.fixtures
import data.policies.licences.licences_are_enough as policy

base := {"limit": 10, "consumed": 5}

beside := {}

found(over, more) := result if {
	subject := fixtures.node("licence-configuration", "aws.licence-configuration", "it", object.union(base, over))
	result := policy.findings with input as fixtures.document(subject, object.union(beside, more))
}

test_too_many_are_a_finding if {
	fixtures.keys(found({"consumed": 11}, {})) == {"over"}
}

test_fewer_are_fine if {
	fixtures.keys(found({}, {})) == set()
}

test_just_as_many_are_fine if {
	fixtures.keys(found({"consumed": 10}, {})) == set()
}

test_without_a_limit_there_is_none if {
	fixtures.keys(found({"limit": null, "consumed": 99}, {})) == set()
}
