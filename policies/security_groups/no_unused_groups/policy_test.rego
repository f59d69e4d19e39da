package policies.security_groups.no_unused_groups_test

import data.lib.fixtures
import data.policies.security_groups.no_unused_groups as policy

nobody := {"interfaces": [], "hosts": [], "load_balancers": [], "endpoints": [], "referenced_by": []}

one := [fixtures.node("interface", "any", "n1", {})]

reference(filter) := [object.union(fixtures.node("rule", "aws.security-group-rule", "r1", {}), {"filter": filter})]

found(is, over) := result if {
	result := policy.findings with input as fixtures.document(fixtures.group(is), object.union(nobody, over))
}

test_a_group_on_nothing_is_a_finding if {
	fixtures.keys(found({}, {})) == {"unused"}
	fixtures.messages(found({}, {})) == ["sg-1 guards nothing, and no rule of another group refers to it"]
}

test_any_one_use_is_just_outside if {
	every use in ["interfaces", "hosts", "load_balancers", "endpoints"] {
		count(found({}, {use: one})) == 0
	}
}

test_a_rule_of_another_group_uses_it_and_one_of_its_own_does_not if {
	other := object.union(fixtures.group({}), {"id": "sg-2"})
	count(found({}, {"referenced_by": reference(other)})) == 0
	count(found({}, {"referenced_by": reference(null)})) == 0
	count(found({}, {"referenced_by": reference(fixtures.group({}))})) == 1
	both := array.concat(reference(fixtures.group({})), reference(other))
	count(found({}, {"referenced_by": both})) == 0
}

test_a_default_group_cannot_be_deleted if {
	count(found({"isDefault": true}, {})) == 0
	not policy.applicable with input as fixtures.document(fixtures.group({"isDefault": true}), nobody)
	policy.applicable with input as fixtures.document(fixtures.group({}), nobody)
}
