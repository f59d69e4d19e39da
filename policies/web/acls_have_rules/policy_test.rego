package policies.web.acls_have_rules_test

import data.lib.fixtures
import data.policies.web.acls_have_rules as policy

found(protections) := result if {
	acl := fixtures.node("web-acl", "aws.web-acl", "shop", {"name": "shop", "defaultAction": "allow"})
	facts := {"coverage": {"default": "allow", "protections": protections}}
	result := policy.findings with input as fixtures.document(acl, facts)
}

protection(over) := object.union(
	{
		"rule": {"id": "shop/core", "label": "core"},
		"type": "managed-group",
		"vendor": "AWS",
		"name": "AWSManagedRulesCommonRuleSet",
		"version": null,
		"blocking": ["SizeRestrictions_BODY"],
		"counting": [],
		"allowing": [],
		"asking": [],
		"detects": ["managed", "script-injection", "size"],
		"scoped": false,
		"reached": "all",
		"limit": null,
		"window": null,
		"aggregate": null,
	},
	over,
)

test_none_is_a_finding if {
	fixtures.messages(found([])) == ["shop has no rules and allows every request"]
}

test_one_is_fine if {
	count(found([protection({})])) == 0
}

test_one_that_blocks_by_default_is_just_outside if {
	acl := fixtures.node("web-acl", "aws.web-acl", "shop", {"name": "shop", "defaultAction": "block"})
	result := policy.findings with input as fixtures.document(acl, {"coverage": {"default": "block", "protections": []}})
	count(result) == 0
}
