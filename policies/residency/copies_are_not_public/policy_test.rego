package policies.residency.copies_are_not_public_test

import data.lib.fixtures
import data.policies.residency.copies_are_not_public as policy

subject(over) := fixtures.node("data-copy", "aws.snapshot", "snap-1", object.union({}, over))

keys(over, related) := fixtures.keys(found) if {
	found := policy.findings with input as fixtures.document(subject(over), related)
}

test_a_public_snapshot_is_a_finding if {
	keys({}, {"placement": fixtures.shared("everyone")}) == {"everyone"}
}

test_one_for_an_account_is_fine if {
	keys({}, {"placement": fixtures.shared("outside")}) == set()
}

test_another_copy_of_it_is_just_outside if {
	keys({}, {"placement": object.union(fixtures.placed([]), {"shared": [{"copy": "snap-9", "label": "snap-9", "with": "all", "relation": "everyone"}]})}) == set()
}
