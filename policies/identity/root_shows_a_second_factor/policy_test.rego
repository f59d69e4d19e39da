package policies.identity.root_shows_a_second_factor_test

import data.lib.fixtures
import data.policies.identity.root_shows_a_second_factor as policy

found(is, related) := result if {
	subject := fixtures.node("user", "aws.root-user", "it", is)
	result := policy.findings with input as fixtures.document(subject, related)
}

test_what_must_not_be_is_a_finding if {
	fixtures.messages(found({"root": {"mfa": false, "password": null}}, {})) == ["it shows no second factor"]
}

test_what_should_be_is_fine if {
	count(found({"root": {"mfa": true, "password": true}}, {})) == 0
}

test_what_is_not_known_is_just_outside if {
	count(found({"root": {"mfa": null, "password": null}}, {})) == 0
}

test_without_a_password_there_is_nothing_to_guard if {
	count(found({"root": {"mfa": false, "password": false}}, {})) == 0
}
