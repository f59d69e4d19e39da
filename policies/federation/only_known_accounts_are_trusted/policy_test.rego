package policies.federation.only_known_accounts_are_trusted_test

import data.lib.fixtures
import data.policies.federation.only_known_accounts_are_trusted as policy

found(over) := result if {
	role := fixtures.node("role", "aws.iam-role", "role/ci", {"name": "ci", "maxSessionSeconds": 3600})
	result := policy.findings with input as fixtures.document(role, {"trust": {"ways": [fixtures.way(over)]}})
}

from(relation) := found({"party": {
	"type": "account",
	"name": "444455556666",
	"account": "444455556666",
	"exists": null,
	"relation": relation,
}})

test_an_account_outside_is_a_finding if {
	fixtures.messages(from("outside")) == ["role/ci trusts account 444455556666, which is not known to be of the organization (statement 1 (Ci))"]
}

test_accounts_inside_are_fine if {
	count(from("organization")) == 0
	count(from("same-account")) == 0
}

test_an_account_of_which_nobody_told_is_not_known if {
	count(from("unknown")) == 1
}

test_a_named_account_is_fine if {
	result := from("outside") with data.params.federation.only_known_accounts_are_trusted.trusted as ["444455556666"]
	count(result) == 0
}
