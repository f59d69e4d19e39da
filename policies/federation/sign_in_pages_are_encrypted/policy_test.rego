package policies.federation.sign_in_pages_are_encrypted_test

import data.lib.fixtures
import data.policies.federation.sign_in_pages_are_encrypted as policy

found(is, related) := result if {
	subject := fixtures.node("identity-provider", "aws.saml-provider", "it", is)
	result := policy.findings with input as fixtures.document(subject, related)
}

test_a_plain_page_is_a_finding if {
	fixtures.messages(found({"signOn": [{"binding": "b", "location": "http://sts.example.com"}]}, {})) == ["it sends people to http://sts.example.com"]
}

test_an_encrypted_page_is_fine if {
	count(found({"signOn": [{"binding": "b", "location": "HTTPS://sts.example.com"}]}, {})) == 0
}

test_no_page_is_just_outside if {
	count(found({}, {})) == 0
}
