package policies.web.entry_points_keep_logs_test

import data.lib.fixtures
import data.policies.web.entry_points_keep_logs as policy

base := {
	"cdn": {"origins": [], "originGroups": [], "behaviors": [], "realtimeLogs": false},
	"entryType": "cdn",
	"enabled": true,
	"accessLogs": {"destination": "b", "level": null},
}

beside := {}

found(over, more) := result if {
	subject := fixtures.node("entry-point", "test.entry-point", "it", object.union(base, over))
	result := policy.findings with input as fixtures.document(subject, object.union(beside, more))
}

test_none_is_a_finding if {
	fixtures.keys(found({"accessLogs": null}, {})) == {"logs"}
}

test_a_log_is_fine if {
	fixtures.keys(found({}, {})) == set()
}

test_a_log_as_it_happens_is_just_outside if {
	over := {
		"cdn": {"origins": [], "originGroups": [], "behaviors": [], "realtimeLogs": true},
		"accessLogs": null,
	}
	fixtures.keys(found(over, {})) == set()
}

test_a_user_pool_has_none if {
	fixtures.keys(found({"entryType": "user-pool", "accessLogs": null}, {})) == set()
}
