package policies.firewalls.policies_stop_fragments_test

import data.lib.fixtures
import data.policies.firewalls.policies_stop_fragments as policy

base := {
	"statelessDefault": "inspect",
	"fragmentDefault": "inspect",
	"statelessGroups": [],
	"statefulGroups": [{"group": "g", "priority": 1, "alertsOnly": false}],
}

beside := {}

found(over, more) := result if {
	subject := fixtures.node("firewall-policy", "aws.network-firewall-policy", "it", object.union(base, over))
	result := policy.findings with input as fixtures.document(subject, object.union(beside, more))
}

test_passing_is_a_finding if {
	fixtures.keys(found({"fragmentDefault": "allow"}, {})) == {"fragments"}
}

test_inspecting_is_fine if {
	fixtures.keys(found({}, {})) == set()
}

test_dropping_is_fine if {
	fixtures.keys(found({"fragmentDefault": "deny"}, {})) == set()
}
