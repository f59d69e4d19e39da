package policies.audit.the_organization_is_aggregated_test

import data.lib.fixtures
import data.policies.audit.the_organization_is_aggregated as policy

base := {}

beside := {}

found(over, more) := result if {
	subject := fixtures.node("organization", "aws.organization", "it", object.union(base, over))
	result := policy.findings with input as fixtures.document(subject, object.union(beside, more))
}

test_none_is_a_finding if {
	more := {
		"accounts": [{"id": "a", "kind": "account", "type": "t", "label": "a", "is": {}, "aggregators": []}],
	}
	fixtures.keys(found({}, more)) == {"aggregator"}
}

test_one_is_fine if {
	more := {
		"accounts": [
			{
				"id": "a",
				"kind": "account",
				"type": "t",
				"label": "a",
				"is": {},
				"aggregators": [
					{"id": "x", "kind": "aggregator", "type": "t", "label": "x", "is": {"organization": true}},
				],
			},
		],
	}
	fixtures.keys(found({}, more)) == set()
}

test_one_of_named_accounts_is_just_outside if {
	more := {
		"accounts": [
			{
				"id": "a",
				"kind": "account",
				"type": "t",
				"label": "a",
				"is": {},
				"aggregators": [
					{
						"id": "x",
						"kind": "aggregator",
						"type": "t",
						"label": "x",
						"is": {"organization": false},
					},
				],
			},
		],
	}
	fixtures.keys(found({}, more)) == {"aggregator"}
}
