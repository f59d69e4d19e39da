package policies.web.groups_do_more_than_count_test

import data.lib.fixtures
import data.policies.web.groups_do_more_than_count as policy

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

test_a_group_that_only_counts_is_a_finding if {
	fixtures.messages(found([protection({"blocking": [], "counting": ["SizeRestrictions_BODY"]})])) == ["core of shop only counts"]
}

test_a_group_that_blocks_is_fine if {
	count(found([protection({})])) == 0
}

test_a_group_of_which_one_rule_counts_is_just_outside if {
	count(found([protection({"counting": ["NoUserAgent_HEADER"]})])) == 0
	count(found([protection({"type": "text", "blocking": [], "counting": ["seen"]})])) == 0
}
