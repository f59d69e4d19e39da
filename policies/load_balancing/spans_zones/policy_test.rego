package policies.load_balancing.spans_zones_test

import data.lib.fixtures
import data.policies.load_balancing.spans_zones as policy

document(zones) := fixtures.document(fixtures.balancer({}), {"subnets": [subnet |
	some i, zone in zones
	subnet := fixtures.node("subnet", "aws.subnet", sprintf("subnet-%d", [i]), {"zone": zone})
]})

found(zones) := result if {
	result := policy.findings with input as document(zones)
}

test_one_zone_is_a_finding if {
	fixtures.keys(found(["eu-west-1a", "eu-west-1a"])) == {"zones"}
	fixtures.messages(found(["eu-west-1a"])) == ["alb-1 stands in eu-west-1a only"]
}

test_two_zones_are_just_outside if {
	count(found(["eu-west-1a", "eu-west-1b"])) == 0
	count(found(["eu-west-1a", "eu-west-1b"])) == 1 with data.params.load_balancing.spans_zones.min_zones as 3
}

test_a_zone_that_is_not_known_could_be_another if {
	count(found(["eu-west-1a", null])) == 0
}

test_one_without_subnets_is_not_judged if {
	count(found([])) == 0
	not policy.applicable with input as document([])
	policy.applicable with input as document(["eu-west-1a"])
}
