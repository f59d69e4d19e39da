package policies.web.rules_are_measured_test

import data.lib.fixtures
import data.policies.web.rules_are_measured as policy

found(metrics) := result if {
	rule := fixtures.node("web-rule", "aws.web-acl-rule", "shop/core", {"name": "core", "metrics": metrics})
	result := policy.findings with input as fixtures.document(rule, {})
}

test_one_without_metrics_is_a_finding if {
	fixtures.messages(found(false)) == ["shop/core is not measured"]
}

test_one_with_metrics_is_fine if {
	count(found(true)) == 0
}

test_what_is_not_known_is_just_outside if {
	count(found(null)) == 0
}
