package policies.endpoints.services_ask_before_they_connect_test

import data.lib.fixtures
import data.policies.endpoints.services_ask_before_they_connect as policy

base := {"acceptanceRequired": true}

beside := {}

found(over, more) := result if {
	subject := fixtures.node("endpoint-service", "aws.vpc-endpoint-service", "it", object.union(base, over))
	result := policy.findings with input as fixtures.document(subject, object.union(beside, more))
}

test_one_that_does_not_is_a_finding if {
	fixtures.keys(found({"acceptanceRequired": false}, {})) == {"acceptance"}
}

test_one_that_asks_is_fine if {
	fixtures.keys(found({}, {})) == set()
}

test_what_is_not_told_is_no_finding if {
	fixtures.keys(found({"acceptanceRequired": null}, {})) == set()
}
