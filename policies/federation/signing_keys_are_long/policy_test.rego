package policies.federation.signing_keys_are_long_test

import data.lib.fixtures
import data.policies.federation.signing_keys_are_long as policy

found(is, related) := result if {
	subject := fixtures.node("identity-provider", "aws.saml-provider", "it", is)
	result := policy.findings with input as fixtures.document(subject, related)
}

test_a_short_key_is_a_finding if {
	fixtures.messages(found({"certificates": [{"use": "signing", "subject": "CN=x", "fingerprint": "f", "keyType": "rsa", "keyBits": 1024}]}, {})) == ["CN=x of it has a key of only 1024 bits"]
}

test_a_long_key_is_fine if {
	count(found({"certificates": [{"use": "signing", "subject": "CN=x", "fingerprint": "f", "keyType": "rsa", "keyBits": 2048}]}, {})) == 0
}

test_a_curve_is_just_outside if {
	count(found({"certificates": [{"use": "signing", "subject": "CN=x", "fingerprint": "f", "keyType": "ec", "keyBits": null}]}, {})) == 0
}
