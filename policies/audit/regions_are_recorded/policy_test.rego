package policies.audit.regions_are_recorded_test

import data.lib.fixtures
import data.policies.audit.regions_are_recorded as policy

base := {"enabled": true}

beside := {"trail_statuses": []}

found(over, more) := result if {
	subject := fixtures.node("region", "aws.region", "it", object.union(base, over))
	result := policy.findings with input as fixtures.document(subject, object.union(beside, more))
}

test_a_region_without_a_trail_is_a_finding if {
	fixtures.keys(found({}, {"trail_statuses": []})) == {"unrecorded"}
}

test_a_trail_that_is_on_records_it if {
	more := {
		"trail_statuses": [
			{
				"id": "s",
				"kind": "trail-status",
				"type": "t",
				"label": "s",
				"is": {"logging": true},
				"trail": {
					"id": "t",
					"kind": "trail",
					"type": "t",
					"label": "t",
					"is": {"logging": true, "multiRegion": true, "management": {"read": "all", "write": "all"}},
				},
			},
		],
	}
	fixtures.keys(found({}, more)) == set()
}

test_a_trail_that_is_off_does_not if {
	more := {
		"trail_statuses": [
			{
				"id": "s",
				"kind": "trail-status",
				"type": "t",
				"label": "s",
				"is": {"logging": false},
				"trail": {
					"id": "t",
					"kind": "trail",
					"type": "t",
					"label": "t",
					"is": {
						"logging": false,
						"multiRegion": true,
						"management": {"read": "all", "write": "all"},
					},
				},
			},
		],
	}
	fixtures.keys(found({}, more)) == {"unrecorded"}
}

test_one_that_leaves_out_calls_that_read_is_just_outside if {
	more := {
		"trail_statuses": [
			{
				"id": "s",
				"kind": "trail-status",
				"type": "t",
				"label": "s",
				"is": {"logging": true},
				"trail": {
					"id": "t",
					"kind": "trail",
					"type": "t",
					"label": "t",
					"is": {
						"logging": true,
						"multiRegion": true,
						"management": {"read": "none", "write": "all"},
					},
				},
			},
		],
	}
	fixtures.keys(found({}, more)) == {"unrecorded"}
}

test_two_trails_of_which_one_records_are_enough if {
	more := {
		"trail_statuses": [
			{
				"id": "s",
				"kind": "trail-status",
				"type": "t",
				"label": "s",
				"is": {"logging": false},
				"trail": {
					"id": "t",
					"kind": "trail",
					"type": "t",
					"label": "t",
					"is": {
						"logging": false,
						"multiRegion": true,
						"management": {"read": "all", "write": "all"},
					},
				},
			},
			{
				"id": "s",
				"kind": "trail-status",
				"type": "t",
				"label": "s",
				"is": {"logging": true},
				"trail": {
					"id": "t",
					"kind": "trail",
					"type": "t",
					"label": "t",
					"is": {"logging": true, "multiRegion": true, "management": {"read": "all", "write": "all"}},
				},
			},
		],
	}
	fixtures.keys(found({}, more)) == set()
}

test_a_region_that_is_off_needs_none if {
	fixtures.keys(found({"enabled": false}, {"trail_statuses": []})) == set()
}

test_two_trails_may_share_the_work if {
	statuses := [
	{
		"id": what, "kind": "trail-status", "type": "t", "label": what,
		"is": {"logging": true},
		"trail": {"id": what, "kind": "trail", "type": "t", "label": what, "is": {"management": {what: "all"}}},
	} |
		some what in ["read", "write"]
	]
	fixtures.keys(found({}, {"trail_statuses": statuses})) == set()
	fixtures.keys(found({}, {"trail_statuses": [statuses[0]]})) == {"unrecorded"}
}
