package policies.audit.accounts_have_a_trail_of_every_region_test

import data.lib.fixtures
import data.policies.audit.accounts_have_a_trail_of_every_region as policy

base := {}

beside := {"trails": []}

found(over, more) := result if {
	subject := fixtures.node("account", "aws.account", "it", object.union(base, over))
	result := policy.findings with input as fixtures.document(subject, object.union(beside, more))
}

test_an_account_without_one_is_a_finding if {
	fixtures.keys(found({}, {})) == {"single-region"}
}

test_a_trail_of_all_regions_is_fine if {
	more := {
		"trails": [
			{
				"id": "t",
				"kind": "trail",
				"type": "t",
				"label": "t",
				"is": {"multiRegion": true, "logging": true},
			},
		],
	}
	fixtures.keys(found({}, more)) == set()
}

test_a_trail_of_one_region_is_just_outside if {
	more := {
		"trails": [
			{
				"id": "t",
				"kind": "trail",
				"type": "t",
				"label": "t",
				"is": {"multiRegion": false, "logging": true},
			},
		],
	}
	fixtures.keys(found({}, more)) == {"single-region"}
}

test_an_event_store_is_no_trail if {
	more := {
		"trails": [{"id": "t", "kind": "event-store", "type": "t", "label": "t", "is": {"multiRegion": true}}],
	}
	fixtures.keys(found({}, more)) == {"single-region"}
}

test_a_trail_of_another_account_counts_where_it_is_told_to_be_on_here if {
	fixtures.keys(found({}, {"trails": [trail(true)]})) == set()
	fixtures.keys(found({}, {"trails": [trail(false)]})) == {"single-region"}
}

trail(on) := {
	"id": "t",
	"kind": "trail",
	"type": "t",
	"label": "t",
	"is": {"multiRegion": true},
	"statuses": [{"id": "s", "kind": "trail-status", "type": "t", "label": "s", "is": {"logging": on}}],
}
