package policies.web.floods_are_limited_test

import data.lib.fixtures
import data.policies.web.floods_are_limited as policy

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

rate(over) := protection(object.union({"type": "rate-limit", "detects": ["rate"], "blocking": ["flood"], "limit": 2000, "window": 300}, over))

test_no_limit_is_a_finding if {
	fixtures.messages(found([protection({})])) == ["shop does not limit how many requests one sender makes"]
}

test_a_limit_is_fine if {
	count(found([rate({})])) == 0
}

test_a_limit_that_only_counts_is_just_outside if {
	count(found([rate({"blocking": [], "counting": ["flood"]})])) == 1
}
