package policies.federation.assertions_are_encrypted_test

import data.lib.fixtures
import data.policies.federation.assertions_are_encrypted as policy

found(is, related) := result if {
	subject := fixtures.node("identity-provider", "aws.saml-provider", "it", is)
	result := policy.findings with input as fixtures.document(subject, related)
}

test_what_must_not_be_is_a_finding if {
	fixtures.messages(found({"encryption": "allowed"}, {})) == ["it takes assertions that are not encrypted"]
}

test_what_should_be_is_fine if {
	count(found({"encryption": "required"}, {})) == 0
}

test_what_is_not_known_is_just_outside if {
	count(found({}, {})) == 0
}

test_none_at_all_is_one_too if {
	count(found({"encryption": null}, {})) == 1
}
