package policies.web.shield_guards_what_it_is_paid_for_test

import data.lib.fixtures
import data.policies.web.shield_guards_what_it_is_paid_for as policy

base := {"state": "active"}

beside := {}

found(over, more) := result if {
	subject := fixtures.node("shield-subscription", "aws.shield-subscription", "it", object.union(base, over))
	result := policy.findings with input as fixtures.document(subject, object.union(beside, more))
}

test_a_balancer_without_is_a_finding if {
	more := {
		"account": {
			"id": "a",
			"kind": "account",
			"type": "t",
			"label": "a",
			"is": {},
			"networks": [
				{
					"id": "n",
					"kind": "network",
					"type": "t",
					"label": "n",
					"is": {},
					"load_balancers": [
						{
							"id": "b",
							"kind": "load-balancer",
							"type": "t",
							"label": "b",
							"is": {"scheme": "internet-facing", "balancerType": "application"},
							"shield_protections": [],
						},
					],
				},
			],
			"addresses": [],
		},
	}
	fixtures.keys(found({}, more)) == {"b"}
}

test_one_that_is_guarded_is_fine if {
	more := {
		"account": {
			"id": "a",
			"kind": "account",
			"type": "t",
			"label": "a",
			"is": {},
			"networks": [],
			"addresses": [
				{
					"id": "e",
					"kind": "address",
					"type": "t",
					"label": "e",
					"is": {"associated": true},
					"shield_protections": [
						{"id": "s", "kind": "shield-protection", "type": "t", "label": "s", "is": {}},
					],
				},
			],
		},
	}
	fixtures.keys(found({}, more)) == set()
}

test_an_address_that_is_idle_is_just_outside if {
	more := {
		"account": {
			"id": "a",
			"kind": "account",
			"type": "t",
			"label": "a",
			"is": {},
			"networks": [],
			"addresses": [
				{
					"id": "e",
					"kind": "address",
					"type": "t",
					"label": "e",
					"is": {"associated": false},
					"shield_protections": [],
				},
			],
		},
	}
	fixtures.keys(found({}, more)) == set()
}

test_a_subscription_that_ended_guards_nothing if {
	more := {
		"account": {
			"id": "a",
			"kind": "account",
			"type": "t",
			"label": "a",
			"is": {},
			"networks": [],
			"addresses": [
				{
					"id": "e",
					"kind": "address",
					"type": "t",
					"label": "e",
					"is": {"associated": true},
					"shield_protections": [],
				},
			],
		},
	}
	fixtures.keys(found({"state": "inactive"}, more)) == set()
}
