package policies.routing.no_blackhole_routes_test

import data.lib.fixtures
import data.policies.routing.no_blackhole_routes as policy

found(routes) := result if {
	subject := fixtures.node("route-table", "aws.route-table", "rtb-1", {"routes": routes})
	result := policy.findings with input as fixtures.document(subject, {})
}

gone(route) := object.union(route, {"state": "blackhole"})

test_a_blackhole_is_a_finding if {
	result := found([gone(fixtures.route("10.9.0.0/16", "peering")), fixtures.route("0.0.0.0/0", "nat-gateway")])
	fixtures.keys(result) == {"10.9.0.0/16"}
	fixtures.messages(result) == ["rtb-1 drops what it routes to 10.9.0.0/16: the peering is gone"]
}

test_a_prefix_list_as_destination_counts if {
	route := object.union(gone(fixtures.route(null, "endpoint")), {"prefixList": "pl-1"})
	fixtures.keys(found([route])) == {"pl-1"}
}

test_routes_that_lead_somewhere_are_fine if {
	count(found([fixtures.route("10.9.0.0/16", "peering")])) == 0
}

test_a_state_that_is_not_known_is_just_outside if {
	count(found([object.union(fixtures.route("10.9.0.0/16", "peering"), {"state": "unknown"})])) == 0
}
