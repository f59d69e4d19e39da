package policies.security_groups.rules_are_few_test

import data.lib.fixtures
import data.policies.security_groups.rules_are_few as policy

rules(number, direction) := [rule |
	some i in numbers.range(1, number)
	rule := fixtures.node("rule", "aws.security-group-rule", sprintf("%s-%d", [direction, i]), {"direction": direction})
]

found(all) := result if {
	result := policy.findings with input as fixtures.document(fixtures.group({}), {"rules": all})
}

test_fifty_one_rules_are_a_finding if {
	result := found(rules(51, "ingress"))
	fixtures.keys(result) == {"ingress"}
	fixtures.messages(result) == ["sg-1 has 51 rules (ingress), more than 50"]
}

test_fifty_each_way_are_just_outside if {
	count(found(array.concat(rules(50, "ingress"), rules(50, "egress")))) == 0
}

test_the_limit_is_a_parameter if {
	count(found(rules(2, "egress"))) == 1 with data.params.security_groups.rules_are_few.max_rules as 1
	count(found(rules(2, "egress"))) == 0
}
