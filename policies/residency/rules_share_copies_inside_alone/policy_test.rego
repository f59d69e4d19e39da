package policies.residency.rules_share_copies_inside_alone_test

import data.lib.fixtures
import data.policies.residency.rules_share_copies_inside_alone as policy

subject(over) := fixtures.node("copy-rule", "aws.lifecycle-schedule", "rule-1", object.union({}, over))

keys(over, related) := fixtures.keys(found) if {
	found := policy.findings with input as fixtures.document(subject(over), related)
}

test_an_account_is_a_finding if {
	keys({"sharesWith": ["444455556666"]}, {}) == {"444455556666"}
}

test_no_sharing_is_fine if {
	keys({"sharesWith": []}, {}) == set()
}

test_a_named_account_is_just_outside if {
	found := keys({"sharesWith": ["444455556666"]}, {}) with data.params.residency.rules_share_copies_inside_alone.trusted as ["444455556666"]
	found == set()
}
