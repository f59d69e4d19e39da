package policies.outposts.customer_addresses_stay_in_known_accounts_test

import data.lib.fixtures
import data.policies.outposts.customer_addresses_stay_in_known_accounts as policy

base := {"uses": []}

beside := {}

found(over, more) := result if {
	subject := fixtures.node("address-pool", "aws.coip-pool", "it", object.union(base, over))
	result := policy.findings with input as fixtures.document(subject, object.union(beside, more))
}

test_no_use_is_fine if {
	fixtures.keys(found({}, {})) == set()
}

test_one_that_is_named_is_just_outside if {
	over := {"uses": [{"address": "192.0.2.1", "account": "444455556666"}]}
	fixtures.keys(found(over, {})) == set()
		with data.params.outposts.customer_addresses_stay_in_known_accounts.accounts as ["444455556666"]
}

# A pool of an account, and who else uses its addresses.
used(accounts) := object.union(pool, {"account": "111122223333"}) if {
	uses := [{"address": "192.0.2.1", "account": account} | some account in accounts]
	pool := fixtures.node("address-pool", "aws.coip-pool", "it", {"uses": uses})
}

test_an_account_that_is_not_known_is_a_finding if {
	fixtures.keys(policy.findings) == {"444455556666"} with input as fixtures.document(used(["444455556666", "111122223333"]), {})
}

test_one_that_is_named_is_just_outside if {
	count(policy.findings) == 0 with input as fixtures.document(used(["444455556666"]), {})
		with data.params.outposts.customer_addresses_stay_in_known_accounts.accounts as ["444455556666"]
}
