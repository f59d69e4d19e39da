package policies.audit.global_events_are_recorded_once_test

import data.lib.fixtures
import data.policies.audit.global_events_are_recorded_once as policy

base := {}

beside := {"trails": []}

found(over, more) := result if {
	subject := fixtures.node("account", "aws.account", "it", object.union(base, over))
	result := policy.findings with input as fixtures.document(subject, object.union(beside, more))
}

test_no_trail_is_a_finding if {
	fixtures.keys(found({}, {})) == {"none"}
}

test_one_is_fine if {
	more := {
		"trails": [{"id": "a", "kind": "trail", "type": "t", "label": "a", "is": {"globalServices": true, "logging": true}}],
	}
	fixtures.keys(found({}, more)) == set()
}

test_two_are_just_outside if {
	more := {
		"trails": [
			{"id": "a", "kind": "trail", "type": "t", "label": "a", "is": {"globalServices": true, "logging": true}},
			{"id": "b", "kind": "trail", "type": "t", "label": "b", "is": {"globalServices": true, "logging": true}},
		],
	}
	fixtures.keys(found({}, more)) == {"twice"}
}

test_one_that_is_off_does_not_count if {
	more := {
		"trails": [
			{"id": "a", "kind": "trail", "type": "t", "label": "a", "is": {"globalServices": true, "logging": true}},
			{
				"id": "b",
				"kind": "trail",
				"type": "t",
				"label": "b",
				"is": {"globalServices": true, "logging": false},
			},
		],
	}
	fixtures.keys(found({}, more)) == set()
}
