package policies.licences.limits_hold_test

import data.lib.fixtures
import data.policies.licences.limits_hold as policy

base := {"limit": 10, "hardLimit": true}

beside := {}

found(over, more) := result if {
	subject := fixtures.node("licence-configuration", "aws.licence-configuration", "it", object.union(base, over))
	result := policy.findings with input as fixtures.document(subject, object.union(beside, more))
}

test_one_that_warns_is_a_finding if {
	fixtures.keys(found({"hardLimit": false}, {})) == {"soft"}
}

test_one_that_holds_is_fine if {
	fixtures.keys(found({}, {})) == set()
}

test_without_a_limit_there_is_none if {
	fixtures.keys(found({"limit": null, "hardLimit": false}, {})) == set()
}
