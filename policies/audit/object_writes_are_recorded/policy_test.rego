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
	fixtures.keys(found({}, {"trails": [{"id": "t", "kind": "trail", "type": "t", "label": "t", "is": {"multiRegion": true, "data": []}}]})) == {"objects"}
}

test_all_of_them_are_fine if {
	fixtures.keys(found({}, {"trails": [{"id": "t", "kind": "trail", "type": "t", "label": "t", "is": {"multiRegion": true, "data": [{"resourceType": "AWS::S3::Object", "read": "all", "write": "all"}]}}]})) == set()
}

test_some_of_them_are_just_outside if {
	fixtures.keys(found({}, {"trails": [{"id": "t", "kind": "trail", "type": "t", "label": "t", "is": {"multiRegion": true, "data": [{"resourceType": "AWS::S3::Object", "write": "some"}]}}]})) == {"objects"}
}

test_an_event_store_counts if {
	fixtures.keys(found({}, {"trails": [{"id": "t", "kind": "event-store", "type": "t", "label": "t", "is": {"multiRegion": true, "data": [{"resourceType": "AWS::S3::Object", "write": "all"}]}}]})) == set()
}
