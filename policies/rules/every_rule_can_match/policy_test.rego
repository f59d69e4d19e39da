package policies.rules.every_rule_can_match_test

import data.policies.rules.every_rule_can_match as policy

rule(over) := object.union(
	{
		"id": "acl-1#ingress/20",
		"label": "acl-1: ingress 20",
		"direction": "ingress",
		"action": "allow",
		"order": 20,
		"by": [{"id": "acl-1#ingress/10", "label": "acl-1: ingress 10", "action": "deny"}],
		"more": 0,
	},
	over,
)

found(type, rules) := result if {
	result := policy.findings with input as {
		"subject": {"kind": "filter", "type": type, "id": "acl-1", "label": "acl-1", "is": {}},
		"dead_rules": {"shadowed": rules, "implied": []},
	}
}

test_an_allow_that_never_matches_fails if {
	some finding in found("aws.network-acl", [rule({})])
	finding.key == "ingress/20"
	finding.cause == "acl-1#ingress/20"
	finding.message == "acl-1: ingress 20 never matches: acl-1: ingress 10 before it takes all of its traffic"
}

test_several_that_cover_it_together_are_named if {
	halves := [
		{"id": "a", "label": "0.0.0.0/1", "action": "deny"},
		{"id": "b", "label": "128.0.0.0/1", "action": "deny"},
	]
	some finding in found("nftables.chain", [rule({"by": halves})])
	finding.evidence == ["acl-1#ingress/20", "a", "b"]
	contains(finding.message, "0.0.0.0/1, 128.0.0.0/1 before it take")
}

test_a_filter_whose_rules_all_match_passes if {
	count(found("aws.network-acl", [])) == 0
}

test_a_deny_behind_one_allow_is_judged_elsewhere if {
	lost := rule({"action": "deny", "by": [{"id": "a", "label": "a", "action": "allow"}]})
	count(found("aws.network-acl", [lost])) == 0
	count(found("nftables.chain", [lost])) == 1
}
