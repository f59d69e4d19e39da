package policies.firewalls.subnets_are_asked_twice_test

import data.lib.fixtures
import data.policies.firewalls.subnets_are_asked_twice as policy

base := {"protections": {"deletion": true, "subnets": true, "policy": true}}

beside := {}

found(over, more) := result if {
	subject := fixtures.node("firewall", "aws.network-firewall", "it", object.union(base, over))
	result := policy.findings with input as fixtures.document(subject, object.union(beside, more))
}

test_no_protection_is_a_finding if {
	fixtures.keys(found({"protections": {"subnets": false}}, {})) == {"subnets"}
}

test_protection_is_fine if {
	fixtures.keys(found({}, {})) == set()
}

test_what_is_not_told_is_no_finding if {
	fixtures.keys(found({"protections": {"subnets": null}}, {})) == set()
}
