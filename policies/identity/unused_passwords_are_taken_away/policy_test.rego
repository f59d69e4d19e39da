package policies.identity.unused_passwords_are_taken_away_test

import data.lib.fixtures
import data.policies.identity.unused_passwords_are_taken_away as policy

found(is, related) := result if {
	subject := fixtures.node("user", "aws.iam-user", "it", is)
	result := policy.findings with input as fixtures.document(subject, related)
}

test_an_idle_password_is_a_finding if {
	fixtures.messages(found({"passwordLastUsed": "x"}, {"ages": {"asOf": "2026-01-01T00:00:00Z", "created": 1, "unused": 46, "validUntil": null, "certificates": []}})) == ["Nobody used the password of it for 46 days, as of 2026-01-01T00:00:00Z"]
}

test_one_in_use_is_fine if {
	count(found({"passwordLastUsed": "x"}, {"ages": {"asOf": "2026-01-01T00:00:00Z", "created": 1, "unused": 45, "validUntil": null, "certificates": []}})) == 0
}

test_no_password_is_just_outside if {
	count(found({"passwordLastUsed": null}, {"ages": {"asOf": "2026-01-01T00:00:00Z", "created": 1, "unused": 46, "validUntil": null, "certificates": []}})) == 0
}
