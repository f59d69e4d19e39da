package policies.backup.backups_are_kept_long_enough_test

import data.lib.fixtures
import data.policies.backup.backups_are_kept_long_enough as policy

subject(over) := fixtures.node("data-store", "aws.db-instance", "store-1", object.union({}, over))

keys(over, related) := fixtures.keys(found) if {
	found := policy.findings with input as fixtures.document(subject(over), related)
}

test_a_day_is_a_finding if {
	keys({}, {"backups": fixtures.backups({"keepDays": 1})}) == {"days"}
}

test_a_week_is_fine if {
	keys({}, {"backups": fixtures.backups({"keepDays": 7})}) == set()
}

test_one_day_less_is_just_outside if {
	keys({}, {"backups": fixtures.backups({"keepDays": 6})}) == {"days"}
}

test_for_ever_is_fine if {
	keys({}, {"backups": object.union(fixtures.backups({}), {"keepDays": null})}) == set()
}
