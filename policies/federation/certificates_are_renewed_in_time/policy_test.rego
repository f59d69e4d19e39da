package policies.federation.certificates_are_renewed_in_time_test

import data.lib.fixtures
import data.policies.federation.certificates_are_renewed_in_time as policy

found(is, related) := result if {
	subject := fixtures.node("identity-provider", "aws.saml-provider", "it", is)
	result := policy.findings with input as fixtures.document(subject, related)
}

test_a_certificate_that_ends_soon_is_a_finding if {
	fixtures.messages(found({}, {"ages": {"asOf": "2026-01-01T00:00:00Z", "created": 1, "unused": null, "validUntil": null, "certificates": [{"fingerprint": "f", "subject": "CN=x", "days": 29}]}})) == ["CN=x of it ends in 29 days, as of 2026-01-01T00:00:00Z"]
}

test_one_that_lasts_is_fine if {
	count(found({}, {"ages": {"asOf": "2026-01-01T00:00:00Z", "created": 1, "unused": null, "validUntil": null, "certificates": [{"fingerprint": "f", "subject": "CN=x", "days": 30}]}})) == 0
}

test_one_that_has_ended_is_one_too if {
	count(found({}, {"ages": {"asOf": "2026-01-01T00:00:00Z", "created": 1, "unused": null, "validUntil": null, "certificates": [{"fingerprint": "f", "subject": "CN=x", "days": -3}]}})) == 1
}

test_none_is_just_outside if {
	count(found({}, {"ages": {"asOf": "2026-01-01T00:00:00Z", "created": 1, "unused": null, "validUntil": null, "certificates": []}})) == 0
}
