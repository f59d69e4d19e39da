package policies.federation.permission_set_sessions_end_in_time_test

import data.lib.fixtures
import data.policies.federation.permission_set_sessions_end_in_time as policy

found(is, related) := result if {
	subject := fixtures.node("permission-set", "aws.permission-set", "it", is)
	result := policy.findings with input as fixtures.document(subject, related)
}

test_what_must_not_be_is_a_finding if {
	fixtures.messages(found({"sessionSeconds": 43200}, {})) == ["Sessions of it last 12 hours"]
}

test_what_should_be_is_fine if {
	count(found({"sessionSeconds": 28800}, {})) == 0
}

test_what_is_not_known_is_just_outside if {
	count(found({}, {})) == 0
}
