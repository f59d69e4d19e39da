package policies.routing.peering_routes_are_least_access_test

import data.lib.fixtures
import data.policies.routing.peering_routes_are_least_access as policy

peering := fixtures.node("peering", "aws.vpc-peering", "peering", {
	"requester": {"cidrs": ["10.0.0.0/16"]},
	"accepter": {"cidrs": ["10.1.0.0/16", "2001:db8::/56"]},
})

document(destination, targets) := fixtures.document(
	fixtures.node("route-table", "aws.route-table", "rtb-1", {"routes": [
		fixtures.route("10.0.0.0/16", "local"),
		fixtures.route(destination, "peering"),
	]}),
	{"targets": targets},
)

found(destination) := result if {
	result := policy.findings with input as document(destination, [peering])
}

test_a_route_for_everything_is_a_finding if {
	result := found("0.0.0.0/0")
	fixtures.keys(result) == {"0.0.0.0/0"}
	fixtures.messages(result) == ["rtb-1 routes 0.0.0.0/0 to peering, more than its networks hold: 10.0.0.0/16, 10.1.0.0/16 and 2001:db8::/56"]
	count(found("::/0")) == 1
}

test_the_block_around_the_peer_is_a_finding if {
	count(found("10.0.0.0/8")) == 1
}

test_the_network_of_the_peer_and_its_parts_are_fine if {
	count(found("10.1.0.0/16")) == 0
	count(found("10.1.2.0/24")) == 0
	count(found("2001:db8::/56")) == 0
}

test_exactly_the_union_of_both_is_just_outside if {
	count(found("10.0.0.0/15")) == 0
	count(found("10.0.0.0/14")) == 1
}

test_whole_networks_can_be_forbidden if {
	result := found("10.1.0.0/16") with data.params.routing.peering_routes_are_least_access.whole_network as false
	fixtures.keys(result) == {"10.1.0.0/16"}
	every message in fixtures.messages(result) {
		contains(message, "all of a network among")
	}
	count(found("10.1.0.0/17")) == 0 with data.params.routing.peering_routes_are_least_access.whole_network as false
}

test_a_table_without_peers_is_not_judged if {
	not policy.applicable with input as document("0.0.0.0/0", [])
	policy.applicable with input as document("10.1.0.0/16", [peering])
}
