package policies.backup.stores_are_protected_from_deletion_test

import data.lib.fixtures
import data.policies.backup.stores_are_protected_from_deletion as policy

subject(over) := fixtures.node("data-store", "aws.db-instance", "db-1", object.union({}, over))

keys(over, related) := fixtures.keys(found) if {
	found := policy.findings with input as fixtures.document(subject(over), related)
}

test_no_protection_is_a_finding if {
	keys({"deletionProtection": false}, {"cluster": null}) == {"deletion"}
}

test_protection_is_fine if {
	keys({"deletionProtection": true}, {"cluster": null}) == set()
}

test_a_member_of_a_cluster_is_just_outside if {
	keys({"deletionProtection": false}, {"cluster": fixtures.node("data-store", "aws.db-cluster", "c", {})}) == set()
}
