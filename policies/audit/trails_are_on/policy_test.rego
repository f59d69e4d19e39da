package policies.audit.trails_are_on_test

import data.lib.fixtures
import data.policies.audit.trails_are_on as policy

base := {"logging": true}

beside := {}

found(over, more) := result if {
	subject := fixtures.node("trail", "aws.cloudtrail-trail", "it", object.union(base, over))
	result := policy.findings with input as fixtures.document(subject, object.union(beside, more))
}

test_one_that_is_off_is_a_finding if {
	fixtures.keys(found({"logging": false}, {})) == {"off"}
}

test_one_that_is_on_is_fine if {
	fixtures.keys(found({}, {})) == set()
}

test_what_is_not_told_is_no_finding if {
	fixtures.keys(found({"logging": null}, {})) == set()
}
