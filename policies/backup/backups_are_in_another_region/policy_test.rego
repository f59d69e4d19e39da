package policies.backup.backups_are_in_another_region_test

import data.lib.fixtures
import data.policies.backup.backups_are_in_another_region as policy

subject(over) := fixtures.node("data-store", "aws.db-instance", "store-1", object.union({}, over))

keys(over, related) := fixtures.keys(found) if {
	found := policy.findings with input as fixtures.document(subject(over), related)
}

test_none_is_a_finding if {
	keys({}, {"backups": fixtures.backups({"otherRegion": false})}) == {"otherRegion"}
}

test_one_is_fine if {
	keys({}, {"backups": fixtures.backups({"otherRegion": true})}) == set()
}

test_other_classes_are_just_outside if {
	found := keys({}, {"backups": fixtures.backups({"otherRegion": false})}) with data.params.backup.backups_are_in_another_region.classes as ["vital"]
	found == set()
}
