package policies.identity.roles_use_managed_policies_test

import data.lib.fixtures
import data.policies.identity.roles_use_managed_policies as policy

found(is, related) := result if {
	subject := fixtures.node("role", "aws.iam-role", "it", is)
	result := policy.findings with input as fixtures.document(subject, related)
}

test_what_must_not_be_is_a_finding if {
	fixtures.messages(found({"inlinePolicies": [{"name": "x"}]}, {})) == ["it has 1 policies written into it"]
}

test_what_should_be_is_fine if {
	count(found({"inlinePolicies": []}, {})) == 0
}

test_what_is_not_known_is_just_outside if {
	count(found({}, {})) == 0
}
