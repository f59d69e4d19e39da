package policies.firewalls.networks_with_a_door_have_one_test

import data.lib.fixtures
import data.policies.firewalls.networks_with_a_door_have_one as policy

base := {}

beside := {
	"gateways": [{"id": "g", "kind": "gateway", "type": "t", "label": "g", "is": {"gatewayType": "internet"}}],
	"firewalls": [],
}

found(over, more) := result if {
	subject := fixtures.node("network", "aws.vpc", "it", object.union(base, over))
	result := policy.findings with input as fixtures.document(subject, object.union(beside, more))
}

test_none_is_a_finding_where_it_is_asked_for if {
	fixtures.keys(found({}, {})) == {"firewall"}
		with data.params.firewalls.networks_with_a_door_have_one.asked as true
}

test_one_is_fine if {
	more := {
		"firewalls": [{"id": "f", "kind": "firewall", "type": "t", "label": "f", "is": {}}],
	}
	fixtures.keys(found({}, more)) == set()
		with data.params.firewalls.networks_with_a_door_have_one.asked as true
}

test_where_nobody_asks_is_just_outside if {
	fixtures.keys(found({}, {})) == set()
}

test_without_a_door_none_is_needed if {
	fixtures.keys(found({}, {"gateways": []})) == set()
		with data.params.firewalls.networks_with_a_door_have_one.asked as true
}
