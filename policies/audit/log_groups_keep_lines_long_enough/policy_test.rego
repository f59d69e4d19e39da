package policies.audit.log_groups_keep_lines_long_enough_test

import data.lib.fixtures
import data.policies.audit.log_groups_keep_lines_long_enough as policy

base := {"retentionDays": 365}

beside := {}

found(over, more) := result if {
	subject := fixtures.node("log-group", "aws.log-group", "it", object.union(base, over))
	result := policy.findings with input as fixtures.document(subject, object.union(beside, more))
}

test_too_short_is_a_finding if {
	fixtures.keys(found({"retentionDays": 90}, {})) == {"retention"}
}

test_a_year_is_fine if {
	fixtures.keys(found({}, {})) == set()
}

test_a_day_less_is_just_outside if {
	fixtures.keys(found({"retentionDays": 364}, {})) == {"retention"}
}

test_for_ever_is_fine_unless_it_may_not_be if {
	fixtures.keys(found({"retentionDays": null}, {})) == set()
}

test_for_ever_may_be_too_long if {
	fixtures.keys(found({"retentionDays": null}, {})) == {"for-ever"}
		with data.params.audit.log_groups_keep_lines_long_enough.for_ever as false
}
