package policies.transfers.tasks_keep_logs_test

import data.lib.fixtures
import data.policies.transfers.tasks_keep_logs as policy

base := {"transferType": "sync", "logging": true}

beside := {}

found(over, more) := result if {
	subject := fixtures.node("transfer", "test.transfer", "it", object.union(base, over))
	result := policy.findings with input as fixtures.document(subject, object.union(beside, more))
}

test_no_log_is_a_finding if {
	fixtures.keys(found({"logging": false}, {})) == {"logs"}
}

test_a_log_is_fine if {
	fixtures.keys(found({}, {})) == set()
}

test_a_migration_that_logs_one_end_only_is_just_outside if {
	over := {"transferType": "migration", "sourceLogging": true, "targetLogging": false}
	fixtures.keys(found(over, {})) == {"logs"}
}

test_what_is_not_told_is_no_finding if {
	fixtures.keys(found({"logging": null}, {})) == set()
}
