package policies.hybrid.bundles_need_enough_lines_test

import data.lib.fixtures
import data.policies.hybrid.bundles_need_enough_lines as policy

base := {"members": 2, "minimumMembers": 1}

beside := {}

found(over, more) := result if {
	subject := fixtures.node("circuit", "aws.direct-connect-lag", "it", object.union(base, over))
	result := policy.findings with input as fixtures.document(subject, object.union(beside, more))
}

test_none_that_is_needed_is_a_finding if {
	fixtures.keys(found({"minimumMembers": 0}, {})) == {"minimum"}
}

test_one_is_fine if {
	fixtures.keys(found({}, {})) == set()
}

test_a_bundle_of_one_is_just_outside if {
	fixtures.keys(found({"members": 1, "minimumMembers": 0}, {})) == set()
}
