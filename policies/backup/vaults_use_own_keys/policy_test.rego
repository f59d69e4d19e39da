package policies.backup.vaults_use_own_keys_test

import data.lib.fixtures
import data.policies.backup.vaults_use_own_keys as policy

subject(over) := fixtures.node("data-store", "aws.backup-vault", "vault-1", object.union({}, over))

keys(over, related) := fixtures.keys(found) if {
	found := policy.findings with input as fixtures.document(subject(over), related)
}

test_no_key_is_a_finding if {
	keys({"key": null}, {"key": null}) == {"key"}
}

test_a_key_of_the_provider_is_just_outside if {
	keys({"key": "k"}, {"key": fixtures.node("key", "aws.key", "k", {"manager": "provider"})}) == {"key"}
}

test_a_key_of_the_customer_is_fine if {
	keys({"key": "k"}, {"key": fixtures.node("key", "aws.key", "k", {"manager": "customer"})}) == set()
}
