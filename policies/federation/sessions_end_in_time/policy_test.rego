package policies.federation.sessions_end_in_time_test

import data.lib.fixtures
import data.policies.federation.sessions_end_in_time as policy

found(seconds) := result if {
	role := fixtures.node("role", "aws.iam-role", "role/ci", {"maxSessionSeconds": seconds})
	result := policy.findings with input as fixtures.document(role, {})
}

test_half_a_day_is_a_finding if {
	fixtures.messages(found(43200)) == ["Sessions of role/ci may last 12 hours, longer than 8"]
}

test_an_hour_is_fine if {
	count(found(3600)) == 0
}

test_just_the_limit_is_just_outside if {
	count(found(28800)) == 0
	count(found(28801)) == 1
}

test_what_is_not_known_is_no_finding if {
	count(found(null)) == 0
}
