package policies.backup.tables_restore_any_moment_test

import data.lib.fixtures
import data.policies.backup.tables_restore_any_moment as policy

subject(over) := fixtures.node("data-store", "aws.table", "table-1", object.union({}, over))

keys(over, related) := fixtures.keys(found) if {
	found := policy.findings with input as fixtures.document(subject(over), related)
}

test_it_is_a_finding if {
	keys({"pointInTimeDays": 0}, {}) == {"point-in-time"}
}

test_the_contrary_is_fine if {
	keys({"pointInTimeDays": 7}, {}) == set()
}

test_what_is_not_told_is_just_outside if {
	keys({"pointInTimeDays": null}, {}) == set()
}
