package policies.dns.resolver_endpoints_span_zones_test

import data.lib.fixtures
import data.policies.dns.resolver_endpoints_span_zones as policy

found(zones) := result if {
	endpoint := fixtures.node("resolver-endpoint", "aws.resolver-endpoint", "rslvr-out-1", {"direction": "outbound", "outpost": null})
	subnets := [fixtures.node("subnet", "aws.subnet", sprintf("subnet-%d", [index]), {"zone": zone}) | some index, zone in zones]
	result := policy.findings with input as fixtures.document(endpoint, {"subnets": subnets})
}

test_one_zone_is_a_finding if {
	count(found(["a", "a"])) == 1
}

test_two_zones_are_fine if {
	count(found(["a", "b"])) == 0
}

test_zones_that_nobody_tells_are_just_outside if {
	count(found([null])) == 0
}
