package policies.identity.users_have_policies_by_groups_test

import data.lib.fixtures
import data.policies.identity.users_have_policies_by_groups as policy

found(is, related) := result if {
	subject := fixtures.node("user", "aws.iam-user", "it", is)
	result := policy.findings with input as fixtures.document(subject, related)
}

test_what_must_not_be_is_a_finding if {
	fixtures.messages(found({"attachedPolicies": ["p"], "inlinePolicies": [{"name": "x"}]}, {})) == ["it has 2 policies of its own"]
}

test_what_should_be_is_fine if {
	count(found({"attachedPolicies": [], "inlinePolicies": []}, {})) == 0
}

test_what_is_not_known_is_just_outside if {
	count(found({}, {})) == 0
}
