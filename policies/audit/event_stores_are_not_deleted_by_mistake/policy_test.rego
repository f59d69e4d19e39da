package policies.audit.event_stores_are_not_deleted_by_mistake_test

import data.lib.fixtures
import data.policies.audit.event_stores_are_not_deleted_by_mistake as policy

base := {"deletionProtection": true}

beside := {}

found(over, more) := result if {
	subject := fixtures.node("event-store", "aws.cloudtrail-event-store", "it", object.union(base, over))
	result := policy.findings with input as fixtures.document(subject, object.union(beside, more))
}

test_no_protection_is_a_finding if {
	fixtures.keys(found({"deletionProtection": false}, {})) == {"deletion"}
}

test_protection_is_fine if {
	fixtures.keys(found({}, {})) == set()
}

test_what_is_not_told_is_no_finding if {
	fixtures.keys(found({"deletionProtection": null}, {})) == set()
}
