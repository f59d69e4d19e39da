package policies.outposts.local_gateways_have_two_lines_test

import data.lib.fixtures
import data.policies.outposts.local_gateways_have_two_lines as policy

base := {"members": 2}

beside := {}

found(over, more) := result if {
	subject := fixtures.node("link-group", "aws.local-gateway-virtual-interface-group", "it", object.union(base, over))
	result := policy.findings with input as fixtures.document(subject, object.union(beside, more))
}

test_one_is_a_finding if {
	fixtures.keys(found({"members": 1}, {})) == {"lines"}
}

test_two_are_fine if {
	fixtures.keys(found({}, {})) == set()
}

test_four_are_fine if {
	fixtures.keys(found({"members": 4}, {})) == set()
}
