package policies.backup.vaults_are_locked_test

import data.lib.fixtures
import data.policies.backup.vaults_are_locked as policy

subject(over) := fixtures.node("data-store", "aws.backup-vault", "vault-1", object.union({}, over))

keys(over, related) := fixtures.keys(found) if {
	found := policy.findings with input as fixtures.document(subject(over), related)
}

test_no_lock_is_a_finding if {
	keys({"lock": null}, {}) == {"lock"}
}

test_a_lock_is_fine if {
	keys({"lock": {"minDays": 7}}, {}) == set()
}

test_what_is_not_told_is_just_outside if {
	keys({}, {}) == set()
}
