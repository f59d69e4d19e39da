package policies.federation.permission_sets_are_given_to_groups_test

import data.lib.fixtures
import data.policies.federation.permission_sets_are_given_to_groups as policy

found(is, related) := result if {
	subject := fixtures.node("assignment", "aws.assignment", "it", is)
	result := policy.findings with input as fixtures.document(subject, related)
}

test_what_must_not_be_is_a_finding if {
	fixtures.messages(found({"principalType": "user", "principal": "u"}, {})) == ["A single person has a permission set: it"]
}

test_what_should_be_is_fine if {
	count(found({"principalType": "group", "principal": "g"}, {})) == 0
}

test_what_is_not_known_is_just_outside if {
	count(found({}, {})) == 0
}
