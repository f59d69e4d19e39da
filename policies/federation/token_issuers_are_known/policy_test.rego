package policies.federation.token_issuers_are_known_test

import data.lib.fixtures
import data.policies.federation.token_issuers_are_known as policy

found(is, related) := result if {
	subject := fixtures.node("token-issuer", "aws.token-issuer", "it", is)
	result := policy.findings with input as fixtures.document(subject, related)
}

test_what_must_not_be_is_a_finding if {
	fixtures.messages(found({"issuer": "https://id.example.com"}, {})) == ["it takes tokens of https://id.example.com"]
}

test_what_should_be_is_fine if {
	count(found({"issuer": null}, {})) == 0
}

test_what_is_not_known_is_just_outside if {
	count(found({}, {})) == 0
}

test_one_that_is_known_is_fine if {
	result := found({"issuer": "https://id.example.com"}, {}) with data.params.federation.token_issuers_are_known.issuers as ["https://id.example.com"]
	count(result) == 0
}
