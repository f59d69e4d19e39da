package policies.federation.metadata_is_renewed_in_time_test

import data.lib.fixtures
import data.policies.federation.metadata_is_renewed_in_time as policy

found(is, related) := result if {
	subject := fixtures.node("identity-provider", "aws.saml-provider", "it", is)
	result := policy.findings with input as fixtures.document(subject, related)
}

test_metadata_that_ends_soon_is_a_finding if {
	fixtures.messages(found({}, {"ages": {"asOf": "2026-01-01T00:00:00Z", "created": 1, "unused": null, "validUntil": 5, "certificates": []}})) == ["The metadata of it ends in 5 days, as of 2026-01-01T00:00:00Z"]
}

test_metadata_that_lasts_is_fine if {
	count(found({}, {"ages": {"asOf": "2026-01-01T00:00:00Z", "created": 1, "unused": null, "validUntil": 30, "certificates": []}})) == 0
}

test_metadata_without_an_end_is_just_outside if {
	count(found({}, {"ages": {"asOf": "2026-01-01T00:00:00Z", "created": 1, "unused": null, "validUntil": null, "certificates": []}})) == 0
}
