package policies.federation.users_become_administrators_with_two_factors_test

import data.lib.fixtures
import data.policies.federation.users_become_administrators_with_two_factors as policy

found(is, related) := result if {
	subject := fixtures.node("role", "aws.iam-role", "it", is)
	result := policy.findings with input as fixtures.document(subject, related)
}

test_a_user_with_a_key_alone_is_a_finding if {
	fixtures.messages(found({}, {"chains": {"power": "everything", "reads": [], "administrator": null, "origins": [{"origin": "user", "chain": {"sure": true, "steps": [{"from": {"type": "user", "name": "ann"}, "to": {"type": "role", "name": "it"}, "how": "assumes", "by": null, "statement": 0, "policy": null, "sure": true, "asks": []}]}}]}})) == ["ann becomes it, an administrator, without a second factor"]
}

test_a_second_factor_is_fine if {
	count(found({}, {"chains": {"power": "everything", "reads": [], "administrator": null, "origins": [{"origin": "user", "chain": {"sure": true, "steps": [{"from": {"type": "user", "name": "ann"}, "to": {"type": "role", "name": "it"}, "how": "assumes", "by": null, "statement": 0, "policy": null, "sure": true, "asks": ["aws:multifactorauthpresent"]}]}}]}})) == 0
}

test_a_role_that_may_do_little_is_just_outside if {
	count(found({}, {"chains": {"power": "limited", "reads": [], "administrator": null, "origins": [{"origin": "user", "chain": {"sure": true, "steps": [{"from": {"type": "user", "name": "ann"}, "to": {"type": "role", "name": "it"}, "how": "assumes", "by": null, "statement": 0, "policy": null, "sure": true, "asks": []}]}}]}})) == 0
}

test_others_than_users_are_just_outside if {
	count(found({}, {"chains": {"power": "everything", "reads": [], "administrator": null, "origins": [{"origin": "saml", "chain": {"sure": true, "steps": [{"from": {"type": "user", "name": "ann"}, "to": {"type": "role", "name": "it"}, "how": "assumes", "by": null, "statement": 0, "policy": null, "sure": true, "asks": []}]}}]}})) == 0
}
