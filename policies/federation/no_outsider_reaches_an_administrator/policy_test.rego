package policies.federation.no_outsider_reaches_an_administrator_test

import data.lib.fixtures
import data.policies.federation.no_outsider_reaches_an_administrator as policy

found(is, related) := result if {
	subject := fixtures.node("role", "aws.iam-role", "it", is)
	result := policy.findings with input as fixtures.document(subject, related)
}

test_a_stranger_in_two_steps_is_a_finding if {
	fixtures.messages(found({}, {"chains": {"power": "everything", "reads": [], "administrator": null, "origins": [{"origin": "outside-account", "chain": {"sure": true, "steps": [{"from": {"type": "user", "name": "ann"}, "to": {"type": "role", "name": "it"}, "how": "assumes", "by": null, "statement": 0, "policy": null, "sure": true, "asks": []}, {"from": {"type": "user", "name": "ann"}, "to": {"type": "role", "name": "it"}, "how": "assumes", "by": null, "statement": 0, "policy": null, "sure": true, "asks": []}]}}]}})) == ["ann becomes it in 2 steps, which may do everything"]
}

test_one_step_belongs_to_another_policy if {
	count(found({}, {"chains": {"power": "everything", "reads": [], "administrator": null, "origins": [{"origin": "outside-account", "chain": {"sure": true, "steps": [{"from": {"type": "user", "name": "ann"}, "to": {"type": "role", "name": "it"}, "how": "assumes", "by": null, "statement": 0, "policy": null, "sure": true, "asks": []}]}}]}})) == 0
}

test_a_role_that_may_do_little_is_fine if {
	count(found({}, {"chains": {"power": "limited", "reads": [], "administrator": null, "origins": [{"origin": "outside-account", "chain": {"sure": true, "steps": [{"from": {"type": "user", "name": "ann"}, "to": {"type": "role", "name": "it"}, "how": "assumes", "by": null, "statement": 0, "policy": null, "sure": true, "asks": []}, {"from": {"type": "user", "name": "ann"}, "to": {"type": "role", "name": "it"}, "how": "assumes", "by": null, "statement": 0, "policy": null, "sure": true, "asks": []}]}}]}})) == 0
}

test_what_is_not_sure_is_just_outside if {
	count(found({}, {"chains": {"power": "everything", "reads": [], "administrator": null, "origins": [{"origin": "anyone", "chain": {"sure": false, "steps": [{"from": {"type": "user", "name": "ann"}, "to": {"type": "role", "name": "it"}, "how": "assumes", "by": null, "statement": 0, "policy": null, "sure": true, "asks": []}, {"from": {"type": "user", "name": "ann"}, "to": {"type": "role", "name": "it"}, "how": "assumes", "by": null, "statement": 0, "policy": null, "sure": true, "asks": []}]}}]}})) == 0
}

test_who_can_give_themselves_everything_counts if {
	count(found({}, {"chains": {"power": "escalates", "reads": [], "administrator": null, "origins": [{"origin": "oidc", "chain": {"sure": true, "steps": [{"from": {"type": "user", "name": "ann"}, "to": {"type": "role", "name": "it"}, "how": "assumes", "by": null, "statement": 0, "policy": null, "sure": true, "asks": []}, {"from": {"type": "user", "name": "ann"}, "to": {"type": "role", "name": "it"}, "how": "assumes", "by": null, "statement": 0, "policy": null, "sure": true, "asks": []}, {"from": {"type": "user", "name": "ann"}, "to": {"type": "role", "name": "it"}, "how": "assumes", "by": null, "statement": 0, "policy": null, "sure": true, "asks": []}]}}]}})) == 1
}

test_our_own_people_are_just_outside if {
	count(found({}, {"chains": {"power": "everything", "reads": [], "administrator": null, "origins": [{"origin": "saml", "chain": {"sure": true, "steps": [{"from": {"type": "user", "name": "ann"}, "to": {"type": "role", "name": "it"}, "how": "assumes", "by": null, "statement": 0, "policy": null, "sure": true, "asks": []}, {"from": {"type": "user", "name": "ann"}, "to": {"type": "role", "name": "it"}, "how": "assumes", "by": null, "statement": 0, "policy": null, "sure": true, "asks": []}]}}]}})) == 0
}
