package policies.transfers.ends_are_authenticated_test

import data.lib.fixtures
import data.policies.transfers.ends_are_authenticated as policy

base := {"authenticated": true}

beside := {}

found(over, more) := result if {
	subject := fixtures.node("transfer-end", "test.transfer-end", "it", object.union(base, over))
	result := policy.findings with input as fixtures.document(subject, object.union(beside, more))
}

test_nobody_asked_is_a_finding if {
	fixtures.keys(found({"authenticated": false}, {})) == {"authentication"}
}

test_an_end_that_asks_is_fine if {
	fixtures.keys(found({}, {})) == set()
}

test_what_is_not_told_is_no_finding if {
	fixtures.keys(found({"authenticated": null}, {})) == set()
}
