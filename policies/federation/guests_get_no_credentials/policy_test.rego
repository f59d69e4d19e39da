package policies.federation.guests_get_no_credentials_test

import data.lib.fixtures
import data.policies.federation.guests_get_no_credentials as policy

found(is, related) := result if {
	subject := fixtures.node("identity-pool", "aws.identity-pool", "it", is)
	result := policy.findings with input as fixtures.document(subject, related)
}

test_what_must_not_be_is_a_finding if {
	fixtures.messages(found({"unauthenticated": true}, {})) == ["it gives credentials to guests"]
}

test_what_should_be_is_fine if {
	count(found({"unauthenticated": false}, {})) == 0
}

test_what_is_not_known_is_just_outside if {
	count(found({}, {})) == 0
}
