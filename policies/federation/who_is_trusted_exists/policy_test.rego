package policies.federation.who_is_trusted_exists_test

import data.lib.fixtures
import data.policies.federation.who_is_trusted_exists as policy

found(over) := result if {
	role := fixtures.node("role", "aws.iam-role", "role/ci", {"name": "ci", "maxSessionSeconds": 3600})
	result := policy.findings with input as fixtures.document(role, {"trust": {"ways": [fixtures.way(over)]}})
}

party(exists) := found({"party": {
	"type": "role",
	"name": "arn:aws:iam::111122223333:role/gone",
	"account": "111122223333",
	"exists": exists,
	"relation": "same-account",
}})

test_a_role_that_is_gone_is_a_finding if {
	fixtures.messages(party(false)) == ["role/ci trusts arn:aws:iam::111122223333:role/gone, which does not exist (statement 1 (Ci))"]
}

test_a_role_that_is_there_is_fine if {
	count(party(true)) == 0
}

test_a_role_of_an_account_that_was_not_collected_is_just_outside if {
	count(party(null)) == 0
}
