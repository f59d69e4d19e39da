package policies.rules.no_rule_repeats_others_test

import data.policies.rules.no_rule_repeats_others as policy

found(rules) := result if {
	result := policy.findings with input as {
		"subject": {"kind": "filter", "type": "aws.security-group", "id": "sg-1", "label": "sg-1", "is": {}},
		"dead_rules": {"shadowed": [], "implied": rules},
	}
}

rule := {
	"id": "sg-1#22",
	"label": "sg-1: ingress tcp 22",
	"direction": "ingress",
	"action": "allow",
	"order": null,
	"by": [{"id": "sg-1#all", "label": "sg-1: ingress all", "action": "allow"}],
	"more": 0,
}

test_a_rule_that_another_covers_fails if {
	some finding in found([rule])
	finding.key == "sg-1#22"
	finding.message == "sg-1: ingress tcp 22 admits nothing that sg-1: ingress all does not"
}

test_every_such_rule_is_a_finding if {
	count(found([rule, object.union(rule, {"id": "sg-1#23"})])) == 2
}

test_a_group_without_repetition_passes if {
	count(found([])) == 0
}
