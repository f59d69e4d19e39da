package policies.outposts.local_routes_are_expected_test

import data.lib.fixtures
import data.policies.outposts.local_routes_are_expected as policy

base := {"mode": "direct-vpc-routing"}

beside := {}

found(over, more) := result if {
	subject := fixtures.node("route-table", "aws.local-gateway-route-table", "it", object.union(base, over))
	result := policy.findings with input as fixtures.document(subject, object.union(beside, more))
}

test_another_mode_is_a_finding if {
	fixtures.keys(found({"mode": "coip"}, {})) == {"mode"}
}

test_the_expected_one_is_fine if {
	fixtures.keys(found({}, {})) == set()
}

test_the_mode_is_a_parameter if {
	fixtures.keys(found({}, {})) == {"mode"} with data.params.outposts.local_routes_are_expected.mode as "coip"
}
