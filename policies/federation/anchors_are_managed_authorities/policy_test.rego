package policies.federation.anchors_are_managed_authorities_test

import data.lib.fixtures
import data.policies.federation.anchors_are_managed_authorities as policy

found(is, related) := result if {
	subject := fixtures.node("identity-provider", "aws.trust-anchor", "it", is)
	result := policy.findings with input as fixtures.document(subject, related)
}

test_what_must_not_be_is_a_finding if {
	fixtures.messages(found({"protocol": "x509", "enabled": true, "authority": null, "certificates": [{"subject": "CN=ca", "issuer": "CN=ca", "fingerprint": "f"}]}, {})) == ["it rests on CN=ca, which vouches for itself"]
}

test_what_should_be_is_fine if {
	count(found({"protocol": "x509", "enabled": true, "authority": null, "certificates": [{"subject": "CN=ca", "issuer": "CN=root", "fingerprint": "f"}]}, {})) == 0
}

test_what_is_not_known_is_just_outside if {
	count(found({}, {})) == 0
}

test_a_managed_authority_is_fine if {
	count(found({"protocol": "x509", "enabled": true, "authority": "pca", "certificates": [{"subject": "CN=ca", "issuer": "CN=ca", "fingerprint": "f"}]}, {})) == 0
}
