package policies.identity.passwords_are_not_used_again_test

import data.lib.fixtures
import data.policies.identity.passwords_are_not_used_again as policy

found(is, related) := result if {
	subject := fixtures.node("password-policy", "aws.password-policy", "it", is)
	result := policy.findings with input as fixtures.document(subject, related)
}

test_what_must_not_be_is_a_finding if {
	fixtures.messages(found({"remembered": 5}, {})) == ["it may be used again after 5 others"]
}

test_what_should_be_is_fine if {
	count(found({"remembered": 24}, {})) == 0
}

test_what_is_not_known_is_just_outside if {
	count(found({}, {})) == 0
}
