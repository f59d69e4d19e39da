package policies.backup.plans_back_something_up_test

import data.lib.fixtures
import data.policies.backup.plans_back_something_up as policy

subject(over) := fixtures.node("copy-rule", "aws.backup-plan", "plan-1", object.union({}, over))

keys(over, related) := fixtures.keys(found) if {
	found := policy.findings with input as fixtures.document(subject(over), related)
}

test_a_plan_without_anything_is_a_finding if {
	keys({}, {"parts": []}) == {"rule", "selection"}
}

test_a_whole_plan_is_fine if {
	keys({}, {"parts": [fixtures.node("copy-rule", "aws.backup-rule", "r", {}), fixtures.node("copy-rule", "aws.backup-selection", "s", {})]}) == set()
}

test_a_rule_without_a_selection_is_just_outside if {
	keys({}, {"parts": [fixtures.node("copy-rule", "aws.backup-rule", "r", {})]}) == {"selection"}
}
