package policies.firewalls.policies_have_rules_test

import data.lib.fixtures
import data.policies.firewalls.policies_have_rules as policy

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

test_none_is_a_finding if {
	fixtures.keys(found({"statefulGroups": []}, {})) == {"rules"}
}

test_one_is_fine if {
	fixtures.keys(found({}, {})) == set()
}

test_a_stateless_one_is_just_outside if {
	fixtures.keys(found({"statefulGroups": [], "statelessGroups": [{"group": "h", "priority": 1}]}, {})) == set()
}
