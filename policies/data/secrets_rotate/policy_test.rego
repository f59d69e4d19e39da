package policies.data.secrets_rotate_test

import data.lib.fixtures
import data.policies.data.secrets_rotate as policy

subject(over) := fixtures.node("data-store", "aws.secret", "secret-1", object.union({}, over))

keys(over, related) := fixtures.keys(found) if {
	found := policy.findings with input as fixtures.document(subject(over), related)
}

test_it_is_a_finding if {
	keys({"rotates": false}, {}) == {"rotation"}
}

test_the_contrary_is_fine if {
	keys({"rotates": true}, {}) == set()
}

test_what_is_not_told_is_just_outside if {
	keys({"rotates": null}, {}) == set()
}
