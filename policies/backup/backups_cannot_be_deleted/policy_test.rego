package policies.backup.backups_cannot_be_deleted_test

import data.lib.fixtures
import data.policies.backup.backups_cannot_be_deleted as policy

subject(over) := fixtures.node("data-store", "aws.db-instance", "store-1", object.union({}, over))

keys(over, related) := fixtures.keys(found) if {
	found := policy.findings with input as fixtures.document(subject(over), related)
}

test_none_is_a_finding if {
	keys({}, {"backups": fixtures.backups({"locked": false})}) == {"locked"}
}

test_one_is_fine if {
	keys({}, {"backups": fixtures.backups({"locked": true})}) == set()
}

test_other_classes_are_just_outside if {
	found := keys({}, {"backups": fixtures.backups({"locked": false})}) with data.params.backup.backups_cannot_be_deleted.classes as ["vital"]
	found == set()
}
