package policies.federation.providers_are_used_test

import data.lib.fixtures
import data.policies.federation.providers_are_used as policy

found(is, related) := result if {
	subject := fixtures.node("identity-provider", "aws.saml-provider", "it", is)
	result := policy.findings with input as fixtures.document(subject, related)
}

test_a_provider_that_nobody_trusts_is_a_finding if {
	fixtures.messages(found({}, {"trusted_by": [], "identity_pools": [], "client_vpns": []})) == ["Nothing uses it"]
}

test_one_that_a_role_trusts_is_fine if {
	count(found({}, {"trusted_by": [{"id": "r"}], "identity_pools": [], "client_vpns": []})) == 0
}

test_one_that_a_pool_uses_is_just_outside if {
	count(found({}, {"trusted_by": [], "identity_pools": [{"id": "p"}], "client_vpns": []})) == 0
}
