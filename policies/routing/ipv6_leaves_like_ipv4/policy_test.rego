package policies.routing.ipv6_leaves_like_ipv4_test

import data.lib.fixtures
import data.policies.routing.ipv6_leaves_like_ipv4 as policy

found(routes) := result if {
	subject := fixtures.node("route-table", "aws.route-table", "rtb-1", {"routes": routes})
	result := policy.findings with input as fixtures.document(subject, {})
}

v6 := fixtures.route("::/0", "internet-gateway")

test_ipv6_out_and_ipv4_through_nat_is_a_finding if {
	result := found([fixtures.route("0.0.0.0/0", "nat-gateway"), v6])
	fixtures.keys(result) == {"::/0"}
	fixtures.messages(result) == ["rtb-1 routes ::/0 to an internet gateway, and no IPv4"]
	count(found([v6])) == 1
}

test_a_public_table_is_fine if {
	count(found([fixtures.route("0.0.0.0/0", "internet-gateway"), v6])) == 0
}

test_an_egress_only_gateway_is_fine if {
	count(found([fixtures.route("::/0", "egress-only-gateway")])) == 0
}

test_a_blackhole_is_just_outside if {
	count(found([object.union(v6, {"state": "blackhole"})])) == 0
	count(found([v6, object.union(fixtures.route("0.0.0.0/0", "internet-gateway"), {"state": "blackhole"})])) == 1
}
