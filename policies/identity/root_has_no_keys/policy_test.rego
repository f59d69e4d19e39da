package policies.identity.root_has_no_keys_test

import data.lib.fixtures
import data.policies.identity.root_has_no_keys as policy

found(is, related) := result if {
	subject := fixtures.node("user", "aws.root-user", "it", is)
	result := policy.findings with input as fixtures.document(subject, related)
}

test_what_must_not_be_is_a_finding if {
	fixtures.messages(found({"root": {"accessKeys": true}}, {})) == ["it has access keys"]
}

test_what_should_be_is_fine if {
	count(found({"root": {"accessKeys": false}}, {})) == 0
}

test_what_is_not_known_is_just_outside if {
	count(found({"root": {"accessKeys": null}}, {})) == 0
}
