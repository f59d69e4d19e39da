package policies.backup.backups_are_kept_apart_test

import data.lib.fixtures
import data.policies.backup.backups_are_kept_apart as policy

subject(over) := fixtures.node("data-store", "aws.db-instance", "store-1", object.union({}, over))

keys(over, related) := fixtures.keys(found) if {
	found := policy.findings with input as fixtures.document(subject(over), related)
}

test_none_is_a_finding if {
	keys({}, {"backups": fixtures.backups({"airGapped": false})}) == {"airGapped"}
}

test_one_is_fine if {
	keys({}, {"backups": fixtures.backups({"airGapped": true})}) == set()
}

test_other_classes_are_just_outside if {
	found := keys({}, {"backups": fixtures.backups({"airGapped": false})}) with data.params.backup.backups_are_kept_apart.classes as ["vital"]
	found == set()
}
