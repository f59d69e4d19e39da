package policies.security_groups.default_group_has_no_rules_test

import data.lib.fixtures
import data.policies.security_groups.default_group_has_no_rules as policy

document(is, rules) := fixtures.document(fixtures.group(is), {"rules": rules})

found(is, rules) := result if {
	result := policy.findings with input as document(is, rules)
}

rule(id, direction) := fixtures.node("rule", "aws.security-group-rule", id, {"direction": direction})

test_the_rules_it_is_born_with_are_two_findings if {
	result := found({"isDefault": true}, [rule("r1", "ingress"), rule("r2", "egress"), rule("r3", "egress")])
	fixtures.keys(result) == {"ingress", "egress"}
	"sg-1 is a default group and has 2 rules (egress)" in fixtures.messages(result)
}

test_an_emptied_default_group_is_fine if {
	count(found({"isDefault": true}, [])) == 0
}

test_a_group_that_is_only_called_default_is_just_outside if {
	count(found({"name": "default"}, [rule("r1", "ingress")])) == 0
	not policy.applicable with input as document({"name": "default"}, [])
	policy.applicable with input as document({"isDefault": true}, [])
}
