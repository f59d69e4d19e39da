package policies.security_groups.no_unused_groups_test

import data.lib.fixtures
import data.policies.security_groups.no_unused_groups as policy

nobody := {"interfaces": [], "load_balancers": [], "endpoints": [], "referenced_by": []}

one := [fixtures.node("interface", "any", "n1", {})]

found(is, over) := result if {
	result := policy.findings with input as fixtures.document(fixtures.group(is), object.union(nobody, over))
}

test_a_group_on_nothing_is_a_finding if {
	fixtures.keys(found({}, {})) == {"unused"}
	fixtures.messages(found({}, {})) == ["sg-1 guards nothing, and no rule refers to it"]
}

test_any_one_use_is_just_outside if {
	every use in ["interfaces", "load_balancers", "endpoints", "referenced_by"] {
		count(found({}, {use: one})) == 0
	}
}

test_a_default_group_cannot_be_deleted if {
	count(found({"isDefault": true}, {})) == 0
	not policy.applicable with input as fixtures.document(fixtures.group({"isDefault": true}), nobody)
	policy.applicable with input as fixtures.document(fixtures.group({}), nobody)
}
