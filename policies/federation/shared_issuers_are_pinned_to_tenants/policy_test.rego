package policies.federation.shared_issuers_are_pinned_to_tenants_test

import data.lib.fixtures
import data.policies.federation.shared_issuers_are_pinned_to_tenants as policy

found(over) := result if {
	role := fixtures.node("role", "aws.iam-role", "role/ci", {"name": "ci", "maxSessionSeconds": 3600})
	result := policy.findings with input as fixtures.document(role, {"trust": {"ways": [fixtures.way(over)]}})
}

github(over) := {
	"call": "AssumeRoleWithWebIdentity",
	"issuer": object.union(
		{"name": "token.actions.githubusercontent.com", "kind": "github", "shared": true, "tenants": null, "audiences": ["sts.amazonaws.com"]},
		over,
	),
}

test_a_token_of_anybody_is_a_finding if {
	fixtures.messages(found(github({}))) == ["Anybody with a token of token.actions.githubusercontent.com may become role/ci (statement 1 (Ci))"]
}

test_an_example_shows_what_gets_in if {
	key := {"required": true, "any": false, "values": null, "prefix": "repo:octo", "example": "repo:octo", "exact": true}
	fixtures.messages(found(object.union(github({}), {"keys": {"token.actions.githubusercontent.com:sub": key}}))) == ["Anybody with a token of token.actions.githubusercontent.com may become role/ci, e.g. with the subject \"repo:octo\" (statement 1 (Ci))"]
}

test_named_owners_are_fine if {
	count(found(github({"tenants": ["octo-org"]}))) == 0
}

test_an_issuer_of_ones_own_is_just_outside if {
	count(found(github({"shared": false}))) == 0
	count(found(github({"shared": null}))) == 0
}

test_other_ways_are_fine if {
	count(found({})) == 0
}
