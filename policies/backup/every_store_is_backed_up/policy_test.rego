package policies.backup.every_store_is_backed_up_test

import data.lib.fixtures
import data.policies.backup.every_store_is_backed_up as policy

subject(over) := fixtures.node("data-store", "aws.db-instance", "store-1", object.union({}, over))

keys(over, related) := fixtures.keys(found) if {
	found := policy.findings with input as fixtures.document(subject(over), related)
}

test_no_backup_is_a_finding if {
	keys({}, {"backups": fixtures.backups({"exists": false})}) == {"backup"}
}

test_a_backup_is_fine if {
	keys({}, {"backups": fixtures.backups({})}) == set()
}

test_types_that_are_not_named_are_not_judged if {
	not policy.applicable with input as fixtures.document(fixtures.node("data-store", "aws.bucket", "b", {}), {"backups": fixtures.backups({"exists": false})})
}
