package policies.firewalls.span_zones_test

import data.lib.fixtures
import data.policies.firewalls.span_zones as policy

base := {
	"endpoints": [
		{"zone": "a", "subnet": "s", "endpoint": "e", "state": "ready"},
		{"zone": "b", "subnet": "s", "endpoint": "e", "state": "ready"},
	],
}

beside := {}

found(over, more) := result if {
	subject := fixtures.node("firewall", "aws.network-firewall", "it", object.union(base, over))
	result := policy.findings with input as fixtures.document(subject, object.union(beside, more))
}

test_one_zone_is_a_finding if {
	over := {"endpoints": [{"zone": "a", "subnet": "s", "endpoint": "e", "state": "ready"}]}
	fixtures.keys(found(over, {})) == {"zones"}
}

test_two_are_fine if {
	fixtures.keys(found({}, {})) == set()
}

test_one_that_is_not_told_is_just_outside if {
	fixtures.keys(found({"endpoints": []}, {})) == set()
}
