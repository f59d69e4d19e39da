package policies.identity.roles_are_used_test

import data.lib.fixtures
import data.policies.identity.roles_are_used as policy

found(is, related) := result if {
	subject := fixtures.node("role", "aws.iam-role", "it", is)
	result := policy.findings with input as fixtures.document(subject, related)
}

test_an_idle_role_is_a_finding if {
	fixtures.messages(found({"path": "/"}, {"ages": {"asOf": "2026-01-01T00:00:00Z", "created": 1, "unused": 91, "validUntil": null, "certificates": []}})) == ["Nobody used it for 91 days, as of 2026-01-01T00:00:00Z"]
}

test_a_role_in_use_is_fine if {
	count(found({"path": "/"}, {"ages": {"asOf": "2026-01-01T00:00:00Z", "created": 1, "unused": 90, "validUntil": null, "certificates": []}})) == 0
}

test_what_is_not_known_is_just_outside if {
	count(found({"path": "/"}, {"ages": {"asOf": "2026-01-01T00:00:00Z", "created": 1, "unused": null, "validUntil": null, "certificates": []}})) == 0
}

test_roles_of_services_are_just_outside if {
	count(found({"path": "/aws-service-role/x/"}, {"ages": {"asOf": "2026-01-01T00:00:00Z", "created": 1, "unused": 91, "validUntil": null, "certificates": []}})) == 0
}
