package policies.identity.passwords_are_long_test

import data.lib.fixtures
import data.policies.identity.passwords_are_long as policy

found(is, related) := result if {
	subject := fixtures.node("password-policy", "aws.password-policy", "it", is)
	result := policy.findings with input as fixtures.document(subject, related)
}

test_what_must_not_be_is_a_finding if {
	fixtures.messages(found({"minimumLength": 8}, {})) == ["it may have only 8 characters"]
}

test_what_should_be_is_fine if {
	count(found({"minimumLength": 14}, {})) == 0
}

test_what_is_not_known_is_just_outside if {
	count(found({"minimumLength": null}, {})) == 0
}
