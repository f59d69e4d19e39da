package policies.audit.object_writes_are_recorded_test

import data.lib.fixtures
import data.policies.audit.object_writes_are_recorded as policy

base := {}

beside := {"trails": []}

found(over, more) := result if {
	subject := fixtures.node("account", "aws.account", "it", object.union(base, over))
	result := policy.findings with input as fixtures.document(subject, object.union(beside, more))
}

test_no_data_events_are_a_finding if {
	more := {
		"trails": [
			{"id": "t", "kind": "trail", "type": "t", "label": "t", "is": {"multiRegion": true, "data": []}},
		],
	}
	fixtures.keys(found({}, more)) == {"objects"}
}

test_all_of_them_are_fine if {
	more := {
		"trails": [
			{
				"id": "t",
				"kind": "trail",
				"type": "t",
				"label": "t",
				"is": {
					"multiRegion": true,
					"logging": true,
					"data": [{"resourceType": "AWS::S3::Object", "read": "all", "write": "all"}],
				},
			},
		],
	}
	fixtures.keys(found({}, more)) == set()
}

test_some_of_them_are_just_outside if {
	more := {
		"trails": [
			{
				"id": "t",
				"kind": "trail",
				"type": "t",
				"label": "t",
				"is": {"multiRegion": true, "data": [{"resourceType": "AWS::S3::Object", "write": "some"}]},
			},
		],
	}
	fixtures.keys(found({}, more)) == {"objects"}
}

test_an_event_store_counts if {
	more := {
		"trails": [
			{
				"id": "t",
				"kind": "event-store",
				"type": "t",
				"label": "t",
				"is": {"multiRegion": true, "data": [{"resourceType": "AWS::S3::Object", "write": "all"}]},
			},
		],
	}
	fixtures.keys(found({}, more)) == set()
}

test_an_event_store_that_takes_in_nothing_more_does_not if {
	is := {"multiRegion": true, "state": "stopped-ingestion", "data": [{"resourceType": "AWS::S3::Object", "write": "all"}]}
	more := {"trails": [{"id": "t", "kind": "event-store", "type": "t", "label": "t", "is": is}]}
	fixtures.keys(found({}, more)) == {"objects"}
}
