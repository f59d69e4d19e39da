package policies.federation.revoked_tokens_are_refused_test

import data.lib.fixtures
import data.policies.federation.revoked_tokens_are_refused as policy

found(is, related) := result if {
	subject := fixtures.node("identity-pool", "aws.identity-pool", "it", is)
	result := policy.findings with input as fixtures.document(subject, related)
}

test_what_must_not_be_is_a_finding if {
	fixtures.messages(found({"providers": [{"type": "user-pool", "name": "up", "clientId": "c", "serverSideCheck": false}]}, {})) == ["it takes revoked tokens of up"]
}

test_what_should_be_is_fine if {
	count(found({"providers": [{"type": "user-pool", "name": "up", "clientId": "c", "serverSideCheck": true}]}, {})) == 0
}

test_what_is_not_known_is_just_outside if {
	count(found({}, {})) == 0
}

test_other_providers_are_just_outside if {
	count(found({"providers": [{"type": "saml", "name": "up", "clientId": "c", "serverSideCheck": false}]}, {})) == 0
}
