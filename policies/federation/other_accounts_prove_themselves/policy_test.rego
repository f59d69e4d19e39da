package policies.federation.other_accounts_prove_themselves_test

import data.lib.fixtures
import data.policies.federation.other_accounts_prove_themselves as policy

found(over) := result if {
	role := fixtures.node("role", "aws.iam-role", "role/ci", {"name": "ci", "maxSessionSeconds": 3600})
	result := policy.findings with input as fixtures.document(role, {"trust": {"ways": [fixtures.way(over)]}})
}

from(account, relation, keys) := found({
	"party": {"type": "account", "name": account, "account": account, "exists": null, "relation": relation},
	"keys": keys,
})

pinned(values) := {"required": true, "any": false, "values": values, "prefix": "", "example": null, "exact": true}

test_a_stranger_without_proof_is_a_finding if {
	fixtures.messages(from("444455556666", "outside", {})) == ["Anybody of account 444455556666 may become role/ci without an external id or a second factor (statement 1 (Ci))"]
	count(from("444455556666", "unknown", {})) == 1
}

test_an_external_id_is_fine if {
	count(from("444455556666", "outside", {"sts:externalid": pinned(["x-1"])})) == 0
}

test_a_second_factor_is_fine if {
	count(from("444455556666", "outside", {"aws:multifactorauthpresent": pinned(["true"])})) == 0
	count(from("444455556666", "outside", {"aws:multifactorauthage": pinned(null)})) == 0
}

test_any_external_id_is_just_outside if {
	open := object.union(pinned(null), {"any": true})
	count(from("444455556666", "outside", {"sts:externalid": open})) == 1
	count(from("444455556666", "outside", {"aws:multifactorauthpresent": pinned(["false"])})) == 1
}

test_our_own_accounts_are_fine if {
	count(from("444455556666", "organization", {})) == 0
	count(from("444455556666", "same-account", {})) == 0
}

test_trusted_accounts_are_fine if {
	result := from("444455556666", "outside", {}) with data.params.federation.other_accounts_prove_themselves.trusted as ["444455556666"]
	count(result) == 0
}
