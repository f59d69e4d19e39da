package policies.hybrid.circuits_have_a_second_device_test

import data.lib.fixtures
import data.policies.hybrid.circuits_have_a_second_device as policy

base := {"redundant": "yes"}

beside := {}

found(over, more) := result if {
	subject := fixtures.node("circuit", "aws.direct-connect-connection", "it", object.union(base, over))
	result := policy.findings with input as fixtures.document(subject, object.union(beside, more))
}

test_none_is_a_finding if {
	fixtures.keys(found({"redundant": "no"}, {})) == {"device"}
}

test_one_is_fine if {
	fixtures.keys(found({}, {})) == set()
}

test_unknown_is_just_outside if {
	fixtures.keys(found({"redundant": "unknown"}, {})) == set()
}
