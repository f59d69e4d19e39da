package policies.routing.routes_reach_something_test

import data.lib.fixtures
import data.policies.routing.routes_reach_something as policy

found(routes) := result if {
	subject := fixtures.node("route-table", "aws.route-table", "rtb-1", {})
	result := policy.findings with input as fixtures.document(subject, {"dead_ends": {"routes": routes}})
}

route(destination) := {
	"destination": destination,
	"label": sprintf("%s → pcx-1", [destination]),
	"via": {"type": "peering", "id": "pcx-1"},
	"says": "the peering is pending-acceptance",
}

test_a_route_that_leads_nowhere_is_a_finding_and_says_where_it_ends if {
	result := found([route("10.9.0.0/16")])
	fixtures.keys(result) == {"10.9.0.0/16"}
	fixtures.messages(result) == ["rtb-1 routes 10.9.0.0/16 to nowhere: the peering is pending-acceptance"]
}

test_each_route_is_a_finding_of_its_own if {
	count(found([route("10.9.0.0/16"), route("10.8.0.0/16")])) == 2
}

test_a_table_whose_routes_lead_somewhere_passes if {
	count(found([])) == 0
}
