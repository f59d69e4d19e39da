package policies.audit.recorders_deliver_test

import data.lib.fixtures
import data.policies.audit.recorders_deliver as policy

base := {"recording": true, "lastStatus": "success"}

beside := {}

found(over, more) := result if {
	subject := fixtures.node("recorder", "aws.config-recorder", "it", object.union(base, over))
	result := policy.findings with input as fixtures.document(subject, object.union(beside, more))
}

test_a_failure_is_a_finding if {
	fixtures.keys(found({"lastStatus": "failure"}, {})) == {"delivery"}
}

test_a_success_is_fine if {
	fixtures.keys(found({}, {})) == set()
}

test_pending_is_just_outside if {
	fixtures.keys(found({"lastStatus": "pending"}, {})) == set()
}
