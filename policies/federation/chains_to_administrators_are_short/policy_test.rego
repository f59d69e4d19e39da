package policies.federation.chains_to_administrators_are_short_test

import data.lib.fixtures
import data.policies.federation.chains_to_administrators_are_short as policy

found(is, related) := result if {
	subject := fixtures.node("role", "aws.iam-role", "it", is)
	result := policy.findings with input as fixtures.document(subject, related)
}

test_a_long_way_is_a_finding if {
	fixtures.messages(found({}, {"chains": {"power": "everything", "reads": [], "administrator": null, "origins": [{"origin": "saml", "chain": {"sure": true, "steps": [{"from": {"type": "user", "name": "ann"}, "to": {"type": "role", "name": "it"}, "how": "assumes", "by": null, "statement": 0, "policy": null, "sure": true, "asks": []}, {"from": {"type": "user", "name": "ann"}, "to": {"type": "role", "name": "it"}, "how": "assumes", "by": null, "statement": 0, "policy": null, "sure": true, "asks": []}, {"from": {"type": "user", "name": "ann"}, "to": {"type": "role", "name": "it"}, "how": "assumes", "by": null, "statement": 0, "policy": null, "sure": true, "asks": []}, {"from": {"type": "user", "name": "ann"}, "to": {"type": "role", "name": "it"}, "how": "assumes", "by": null, "statement": 0, "policy": null, "sure": true, "asks": []}]}}]}})) == ["ann becomes it, an administrator, only in 4 steps"]
}

test_as_many_as_allowed_are_fine if {
	count(found({}, {"chains": {"power": "everything", "reads": [], "administrator": null, "origins": [{"origin": "saml", "chain": {"sure": true, "steps": [{"from": {"type": "user", "name": "ann"}, "to": {"type": "role", "name": "it"}, "how": "assumes", "by": null, "statement": 0, "policy": null, "sure": true, "asks": []}, {"from": {"type": "user", "name": "ann"}, "to": {"type": "role", "name": "it"}, "how": "assumes", "by": null, "statement": 0, "policy": null, "sure": true, "asks": []}, {"from": {"type": "user", "name": "ann"}, "to": {"type": "role", "name": "it"}, "how": "assumes", "by": null, "statement": 0, "policy": null, "sure": true, "asks": []}]}}]}})) == 0
}

test_others_than_administrators_are_just_outside if {
	count(found({}, {"chains": {"power": "limited", "reads": [], "administrator": null, "origins": [{"origin": "saml", "chain": {"sure": true, "steps": [{"from": {"type": "user", "name": "ann"}, "to": {"type": "role", "name": "it"}, "how": "assumes", "by": null, "statement": 0, "policy": null, "sure": true, "asks": []}, {"from": {"type": "user", "name": "ann"}, "to": {"type": "role", "name": "it"}, "how": "assumes", "by": null, "statement": 0, "policy": null, "sure": true, "asks": []}, {"from": {"type": "user", "name": "ann"}, "to": {"type": "role", "name": "it"}, "how": "assumes", "by": null, "statement": 0, "policy": null, "sure": true, "asks": []}, {"from": {"type": "user", "name": "ann"}, "to": {"type": "role", "name": "it"}, "how": "assumes", "by": null, "statement": 0, "policy": null, "sure": true, "asks": []}]}}]}})) == 0
}

test_the_limit_counts if {
	result := found({}, {"chains": {"power": "everything", "reads": [], "administrator": null, "origins": [{"origin": "saml", "chain": {"sure": true, "steps": [{"from": {"type": "user", "name": "ann"}, "to": {"type": "role", "name": "it"}, "how": "assumes", "by": null, "statement": 0, "policy": null, "sure": true, "asks": []}, {"from": {"type": "user", "name": "ann"}, "to": {"type": "role", "name": "it"}, "how": "assumes", "by": null, "statement": 0, "policy": null, "sure": true, "asks": []}, {"from": {"type": "user", "name": "ann"}, "to": {"type": "role", "name": "it"}, "how": "assumes", "by": null, "statement": 0, "policy": null, "sure": true, "asks": []}, {"from": {"type": "user", "name": "ann"}, "to": {"type": "role", "name": "it"}, "how": "assumes", "by": null, "statement": 0, "policy": null, "sure": true, "asks": []}]}}]}}) with data.params.federation.chains_to_administrators_are_short.steps as 5
	count(result) == 0
}
