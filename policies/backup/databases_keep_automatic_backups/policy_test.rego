package policies.backup.databases_keep_automatic_backups_test

import data.lib.fixtures
import data.policies.backup.databases_keep_automatic_backups as policy

subject(over) := fixtures.node("data-store", "aws.db-instance", "db-1", object.union({}, over))

keys(over, related) := fixtures.keys(found) if {
	found := policy.findings with input as fixtures.document(subject(over), related)
}

test_it_is_a_finding if {
	keys({"backupDays": 0}, {}) == {"backups"}
}

test_the_contrary_is_fine if {
	keys({"backupDays": 7}, {}) == set()
}

test_what_is_not_told_is_just_outside if {
	keys({"backupDays": null}, {}) == set()
}
