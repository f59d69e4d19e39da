package policies.web.rules_are_reached_test

import data.lib.fixtures
import data.policies.web.rules_are_reached as policy

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

test_a_rule_that_nothing_reaches_is_a_finding if {
	fixtures.messages(found([protection({"reached": "none"})])) == ["No request reaches core of shop"]
}

test_rules_that_all_reach_are_fine if {
	count(found([protection({})])) == 0
}

test_a_rule_that_some_reach_is_just_outside if {
	count(found([protection({"reached": "some"})])) == 0
}
