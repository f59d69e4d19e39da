package policies.resilience.networks_span_zones_test

import data.lib.fixtures
import data.policies.resilience.networks_span_zones as policy

document(zones) := fixtures.document(
	fixtures.node("network", "aws.vpc", "vpc-1", {}),
	{"subnets": [subnet |
		some i, zone in zones
		subnet := fixtures.node("subnet", "aws.subnet", sprintf("subnet-%d", [i]), {"zone": zone})
	]},
)

found(zones) := result if {
	result := policy.findings with input as document(zones)
}

test_one_zone_is_a_finding if {
	result := found(["eu-west-1a", "eu-west-1a"])
	fixtures.keys(result) == {"zones"}
	fixtures.messages(result) == ["vpc-1 has subnets in eu-west-1a only"]
}

test_two_zones_are_just_outside if {
	count(found(["eu-west-1a", "eu-west-1b"])) == 0
	count(found(["eu-west-1a", "eu-west-1b"])) == 1 with data.params.resilience.networks_span_zones.min_zones as 3
}

test_a_zone_that_is_not_known_could_be_another if {
	count(found(["eu-west-1a", null])) == 0
}

test_a_network_without_subnets_is_not_judged if {
	count(found([])) == 0
	not policy.applicable with input as document([])
	policy.applicable with input as document(["eu-west-1a"])
}
