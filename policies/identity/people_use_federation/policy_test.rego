package policies.identity.people_use_federation_test

import data.lib.fixtures
import data.policies.identity.people_use_federation as policy

found(is, related) := result if {
	subject := fixtures.node("user", "aws.iam-user", "it", is)
	result := policy.findings with input as fixtures.document(subject, related)
}

test_what_must_not_be_is_a_finding if {
	fixtures.messages(found({"passwordLastUsed": "2026-01-01T00:00:00Z"}, {})) == ["it signs in with a password of this account"]
}

test_what_should_be_is_fine if {
	count(found({"passwordLastUsed": null}, {})) == 0
}

test_what_is_not_known_is_just_outside if {
	count(found({}, {})) == 0
}

test_the_root_user_is_just_outside if {
	count(found({"passwordLastUsed": "2026-01-01T00:00:00Z", "root": {"mfa": true}}, {})) == 0
}
