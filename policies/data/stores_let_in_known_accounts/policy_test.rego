package policies.data.stores_let_in_known_accounts_test

import data.lib.fixtures
import data.policies.data.stores_let_in_known_accounts as policy

subject(over) := fixtures.node("data-store", "aws.image-repository", "snap-1", object.union({}, over))

keys(over, related) := fixtures.keys(found) if {
	found := policy.findings with input as fixtures.document(subject(over), related)
}

test_an_account_outside_is_a_finding if {
	keys({}, {"placement": fixtures.shared("outside")}) == {"444455556666"}
}

test_everybody_is_a_finding if {
	keys({}, {"placement": fixtures.shared("everyone")}) == {"everyone"}
}

test_an_account_inside_is_fine if {
	keys({}, {"placement": fixtures.shared("organization")}) == set()
}

test_a_named_account_is_just_outside if {
	found := keys({}, {"placement": fixtures.shared("outside")}) with data.params.data.stores_let_in_known_accounts.trusted as ["444455556666"]
	found == set()
}
