package policies.firewalls.stateless_groups_have_rules_test

import data.lib.fixtures
import data.policies.firewalls.stateless_groups_have_rules as policy

base := {}

beside := {}

found(over, more) := result if {
	subject := fixtures.node("filter", "aws.network-firewall-stateless-group", "it", object.union(base, over))
	result := policy.findings with input as fixtures.document(subject, object.union(beside, more))
}

test_none_is_a_finding if {
	fixtures.keys(found({}, {"rules": []})) == {"empty"}
}

test_one_is_fine if {
	more := {"rules": [{"id": "r", "kind": "rule", "type": "t", "label": "r", "is": {}}]}
	fixtures.keys(found({}, more)) == set()
}

test_two_are_fine if {
	more := {
		"rules": [
			{"id": "r", "kind": "rule", "type": "t", "label": "r", "is": {}},
			{"id": "q", "kind": "rule", "type": "t", "label": "q", "is": {}},
		],
	}
	fixtures.keys(found({}, more)) == set()
}
