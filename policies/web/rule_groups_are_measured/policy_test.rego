package policies.web.rule_groups_are_measured_test

import data.lib.fixtures
import data.policies.web.rule_groups_are_measured as policy

base := {"metrics": true}

beside := {}

found(over, more) := result if {
	subject := fixtures.node("web-rule-group", "aws.web-rule-group", "it", object.union(base, over))
	result := policy.findings with input as fixtures.document(subject, object.union(beside, more))
}

test_one_that_is_not_is_a_finding if {
	fixtures.keys(found({"metrics": false}, {})) == {"metrics"}
}

test_one_that_is_is_fine if {
	fixtures.keys(found({}, {})) == set()
}

test_what_is_not_told_is_no_finding if {
	fixtures.keys(found({"metrics": null}, {})) == set()
}
