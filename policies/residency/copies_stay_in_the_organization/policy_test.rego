package policies.residency.copies_stay_in_the_organization_test

import data.lib.fixtures
import data.policies.residency.copies_stay_in_the_organization as policy

subject(over) := fixtures.node("data-copy", "aws.snapshot", "snap-1", object.union({}, over))

keys(over, related) := fixtures.keys(found) if {
	found := policy.findings with input as fixtures.document(subject(over), related)
}

test_an_account_outside_is_a_finding if {
	keys({}, {"placement": fixtures.shared("outside")}) == {"444455556666"}
}

test_an_account_inside_is_fine if {
	keys({}, {"placement": fixtures.shared("organization")}) == set()
}

test_everybody_is_another_policys if {
	keys({}, {"placement": fixtures.shared("everyone")}) == set()
}

test_a_named_account_is_just_outside if {
	found := keys({}, {"placement": fixtures.shared("outside")}) with data.params.residency.copies_stay_in_the_organization.trusted as ["444455556666"]
	found == set()
}
