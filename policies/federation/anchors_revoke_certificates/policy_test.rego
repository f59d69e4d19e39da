package policies.federation.anchors_revoke_certificates_test

import data.lib.fixtures
import data.policies.federation.anchors_revoke_certificates as policy

found(is, related) := result if {
	subject := fixtures.node("identity-provider", "aws.trust-anchor", "it", is)
	result := policy.findings with input as fixtures.document(subject, related)
}

test_an_anchor_without_a_list_is_a_finding if {
	fixtures.messages(found({"protocol": "x509", "enabled": true, "authority": null, "certificates": [{"subject": "CN=ca", "issuer": "CN=ca", "fingerprint": "f"}]}, {"revocation_lists": []})) == ["it has no revocation list"]
}

test_one_with_a_list_is_fine if {
	count(found({"protocol": "x509", "enabled": true, "authority": null, "certificates": [{"subject": "CN=ca", "issuer": "CN=ca", "fingerprint": "f"}]}, {"revocation_lists": [{"id": "l", "is": {"enabled": true}}]})) == 0
}

test_a_list_that_is_off_is_none if {
	count(found({"protocol": "x509", "enabled": true, "authority": null, "certificates": [{"subject": "CN=ca", "issuer": "CN=ca", "fingerprint": "f"}]}, {"revocation_lists": [{"id": "l", "is": {"enabled": false}}]})) == 1
}

test_an_anchor_that_is_off_is_just_outside if {
	count(found({"protocol": "x509", "enabled": false, "authority": null, "certificates": [{"subject": "CN=ca", "issuer": "CN=ca", "fingerprint": "f"}]}, {"revocation_lists": []})) == 0
}
