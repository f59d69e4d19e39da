package policies.web.rule_groups_have_rules_test

import data.lib.fixtures
import data.policies.web.rule_groups_have_rules as policy

found(vendor, rules) := result if {
	group := fixtures.node("web-rule-group", "aws.web-rule-group", "own", {"name": "own", "vendor": vendor})
	result := policy.findings with input as fixtures.document(group, {"rules": rules})
}

test_an_empty_one_is_a_finding if {
	fixtures.messages(found(null, [])) == ["own has no rules"]
}

test_one_with_a_rule_is_fine if {
	count(found(null, [fixtures.node("web-rule", "aws.web-rule", "r", {})])) == 0
}

test_one_of_a_vendor_is_just_outside if {
	count(found("AWS", [])) == 0
}
