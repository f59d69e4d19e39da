package policies.audit.security_hubs_follow_a_standard_test

import data.lib.fixtures
import data.policies.audit.security_hubs_follow_a_standard as policy

base := {}

beside := {}

found(over, more) := result if {
	subject := fixtures.node("security-hub", "aws.security-hub", "it", object.union(base, over))
	result := policy.findings with input as fixtures.document(subject, object.union(beside, more))
}

test_none_is_a_finding if {
	fixtures.keys(found({}, {"standards": []})) == {"standards"}
}

test_one_is_fine if {
	more := {
		"standards": [
			{"id": "s", "kind": "security-standard", "type": "t", "label": "s", "is": {"state": "ready"}},
		],
	}
	fixtures.keys(found({}, more)) == set()
}

test_one_that_failed_is_just_outside if {
	more := {
		"standards": [
			{"id": "s", "kind": "security-standard", "type": "t", "label": "s", "is": {"state": "failed"}},
		],
	}
	fixtures.keys(found({}, more)) == {"standards"}
}
