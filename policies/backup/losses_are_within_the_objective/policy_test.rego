package policies.backup.losses_are_within_the_objective_test

import data.lib.fixtures
import data.policies.backup.losses_are_within_the_objective as policy

subject(over) := fixtures.node("data-store", "aws.db-instance", "store-1", object.union({}, over))

keys(over, related) := fixtures.keys(found) if {
	found := policy.findings with input as fixtures.document(subject(over), related)
}

test_a_week_is_a_finding if {
	keys({}, {"backups": fixtures.backups({"lossSeconds": 604800})}) == {"loss"}
}

test_a_day_is_fine if {
	keys({}, {"backups": fixtures.backups({"lossSeconds": 86400})}) == set()
}

test_one_second_more_is_just_outside if {
	keys({}, {"backups": fixtures.backups({"lossSeconds": 86401})}) == {"loss"}
}

test_a_schedule_that_is_not_told_is_no_finding if {
	keys({}, {"backups": fixtures.backups({"lossSeconds": null})}) == set()
}
