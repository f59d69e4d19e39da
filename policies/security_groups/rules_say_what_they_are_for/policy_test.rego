package policies.security_groups.rules_say_what_they_are_for_test

import data.lib.fixtures
import data.policies.security_groups.rules_say_what_they_are_for as policy

document(is, rules) := fixtures.document(fixtures.group(is), {"rules": rules})

found(rules) := result if {
	result := policy.findings with input as document({}, rules)
}

rule(id, direction, description) := fixtures.node(
	"rule",
	"aws.security-group-rule",
	id,
	{"direction": direction, "description": description, "protocols": [6], "peers": [{"cidr": "10.0.0.0/8"}]},
)

test_silent_rules_are_one_finding_a_direction if {
	result := found([rule("r1", "ingress", null), rule("r2", "ingress", " "), rule("r3", "egress", null)])
	fixtures.keys(result) == {"ingress", "egress"}
	"sg-1 has 2 rules (ingress) without a description" in fixtures.messages(result)
}

test_described_rules_are_fine if {
	count(found([rule("r1", "ingress", "shop, CHG-17")])) == 0
	count(found([])) == 0
}

test_only_the_silent_rules_are_evidence if {
	result := found([rule("r1", "ingress", "shop"), rule("r2", "ingress", "")])
	[finding.evidence | some finding in result] == [["r2"]]
}

test_default_groups_are_judged_elsewhere if {
	not policy.applicable with input as document({"isDefault": true}, [rule("r1", "ingress", null)])
	count(policy.findings) == 0 with input as document({"isDefault": true}, [rule("r1", "ingress", null)])
	policy.applicable with input as document({}, [])
}

test_the_rule_that_every_group_is_born_with_needs_no_words if {
	born := fixtures.node("rule", "aws.security-group-rule", "r1", {
		"direction": "egress",
		"description": null,
		"protocols": null,
		"peers": [{"cidr": "0.0.0.0/0"}],
	})
	count(found([born])) == 0
	count(found([object.union(born, {"is": {"protocols": [6]}})])) == 1
	count(found([object.union(born, {"is": {"direction": "ingress"}})])) == 1
}
