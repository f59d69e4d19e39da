package policies.identity.delegated_administrators_are_known_test

import data.lib.fixtures
import data.policies.identity.delegated_administrators_are_known as policy

found(is, related) := result if {
	subject := fixtures.node("account", "aws.account", "it", is)
	result := policy.findings with input as fixtures.document(subject, related)
}

test_an_account_that_nobody_named_is_a_finding if {
	fixtures.messages(found({}, {"subject": {"label": "it", "id": "it", "account": "1"}, "delegations": [{"is": {"service": "guardduty.amazonaws.com"}}]})) == ["it manages guardduty.amazonaws.com for the whole organization"]
}

test_one_that_is_named_is_fine if {
	result := found({}, {"subject": {"label": "it", "id": "it", "account": "1"}, "delegations": [{"is": {"service": "x"}}]}) with data.params.identity.delegated_administrators_are_known.accounts as ["1"]
	count(result) == 0
}

test_one_that_manages_nothing_is_just_outside if {
	count(found({}, {"subject": {"label": "it", "id": "it", "account": "1"}, "delegations": []})) == 0
}
