package policies.web.acls_stop_what_they_know_test

import data.lib.fixtures
import data.policies.web.acls_stop_what_they_know as policy

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

sqli(over) := protection(object.union(
	{"rule": {"id": "shop/sqli", "label": "sqli"}, "detects": ["managed", "sql-injection"], "blocking": ["SQLi_BODY"]},
	over,
))

bad := protection({"rule": {"id": "shop/bad", "label": "bad"}, "detects": ["known-bad-inputs", "log4j", "managed"]})

test_a_missing_group_is_a_finding if {
	fixtures.messages(found([protection({})])) == ["shop does not stop known-bad-inputs and sql-injection"]
}

test_a_group_that_only_counts_is_a_finding if {
	counting := sqli({"blocking": [], "counting": ["SQLi_BODY"]})
	fixtures.messages(found([protection({}), bad, counting])) == ["shop does not stop sql-injection: sqli only counts, or is never reached"]
}

test_a_group_that_nothing_reaches_is_a_finding if {
	count(found([protection({}), bad, sqli({"reached": "none"})])) == 1
}

test_all_three_are_fine if {
	count(found([protection({}), bad, sqli({})])) == 0
}

test_a_rule_of_ones_own_is_just_outside if {
	own := protection({"type": "sql-injection", "vendor": null, "name": null, "detects": ["sql-injection"], "blocking": ["own"]})
	count(found([protection({}), bad, own])) == 0
}
