package policies.outposts.local_routes_are_narrow_test

import data.lib.fixtures
import data.policies.outposts.local_routes_are_narrow as policy

base := {"routes": [{"destination": "10.9.0.0/16", "origin": "static"}]}

beside := {}

found(over, more) := result if {
	subject := fixtures.node("route-table", "aws.local-gateway-route-table", "it", object.union(base, over))
	result := policy.findings with input as fixtures.document(subject, object.union(beside, more))
}

test_a_default_route_is_a_finding if {
	fixtures.keys(found({"routes": [{"destination": "0.0.0.0/0", "origin": "static"}]}, {})) == {"0.0.0.0/0"}
}

test_a_narrow_one_is_fine if {
	fixtures.keys(found({}, {})) == set()
}

test_one_that_is_propagated_is_just_outside if {
	fixtures.keys(found({"routes": [{"destination": "0.0.0.0/0", "origin": "propagated"}]}, {})) == set()
}
