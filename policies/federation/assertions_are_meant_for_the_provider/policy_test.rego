package policies.federation.assertions_are_meant_for_the_provider_test

import data.lib.fixtures
import data.policies.federation.assertions_are_meant_for_the_provider as policy

found(over) := result if {
	role := fixtures.node("role", "aws.iam-role", "role/ci", {"name": "ci", "maxSessionSeconds": 3600})
	result := policy.findings with input as fixtures.document(role, {"trust": {"ways": [fixtures.way(over)]}})
}

saml(keys) := found({
	"call": "AssumeRoleWithSAML",
	"party": {"type": "saml", "name": "arn:aws:iam::111122223333:saml-provider/adfs", "account": "111122223333", "exists": true, "relation": "same-account"},
	"keys": keys,
})

aud(over) := {"saml:aud": object.union({"required": true, "any": false, "values": ["https://signin.aws.amazon.com/saml"], "prefix": "", "example": null, "exact": true}, over)}

test_no_audience_is_a_finding if {
	fixtures.messages(saml({})) == ["role/ci takes assertions of arn:aws:iam::111122223333:saml-provider/adfs that are meant for anybody (statement 1 (Ci))"]
}

test_the_sign_in_page_is_fine if {
	count(saml(aud({}))) == 0
}

test_an_audience_that_may_be_missing_is_just_outside if {
	count(saml(aud({"required": false}))) == 1
	count(saml(aud({"any": true}))) == 1
}

test_other_calls_are_fine if {
	count(found({})) == 0
}
