package policies.identity.who_gives_rights_is_bounded_test

import data.lib.fixtures
import data.policies.identity.who_gives_rights_is_bounded as policy

found(is, related) := result if {
	subject := fixtures.node("user", "aws.iam-user", "it", is)
	result := policy.findings with input as fixtures.document(subject, related)
}

test_a_user_that_nothing_bounds_is_a_finding if {
	fixtures.messages(found({}, {"privileges": {"administrator": false, "escalations": [{"name": "writes policies into roles", "actions": ["iam:PutRolePolicy"]}], "guarded": false}})) == ["it writes policies into roles, and nothing bounds it"]
}

test_one_with_a_boundary_is_fine if {
	count(found({}, {"privileges": {"administrator": false, "escalations": [{"name": "writes policies into roles", "actions": ["iam:PutRolePolicy"]}], "guarded": true}})) == 0
}

test_one_that_gives_nothing_is_just_outside if {
	count(found({}, {"privileges": {"administrator": false, "escalations": [], "guarded": false}})) == 0
}
