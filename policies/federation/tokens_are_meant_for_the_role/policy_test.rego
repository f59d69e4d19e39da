package policies.federation.tokens_are_meant_for_the_role_test

import data.lib.fixtures
import data.policies.federation.tokens_are_meant_for_the_role as policy

found(over) := result if {
	role := fixtures.node("role", "aws.iam-role", "role/ci", {"name": "ci", "maxSessionSeconds": 3600})
	result := policy.findings with input as fixtures.document(role, {"trust": {"ways": [fixtures.way(over)]}})
}

from(audiences) := found({
	"call": "AssumeRoleWithWebIdentity",
	"issuer": {"name": "sso.example.com/realms/a", "kind": "keycloak", "shared": false, "tenants": null, "audiences": audiences},
})

test_any_audience_is_a_finding if {
	fixtures.messages(from(null)) == ["role/ci takes tokens of sso.example.com/realms/a that are meant for anybody (statement 1 (Ci))"]
}

test_a_named_audience_is_fine if {
	count(from(["sts.amazonaws.com"])) == 0
}

test_a_way_without_tokens_is_just_outside if {
	count(found({"issuer": null})) == 0
}
