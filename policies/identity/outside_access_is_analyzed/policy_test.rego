package policies.identity.outside_access_is_analyzed_test

import data.lib.fixtures
import data.policies.identity.outside_access_is_analyzed as policy

found(is, related) := result if {
	subject := fixtures.node("region", "aws.region", "it", is)
	result := policy.findings with input as fixtures.document(subject, related)
}

test_a_region_without_one_is_a_finding if {
	fixtures.messages(found({}, {"analyzers": []})) == ["it has no analyzer of access from outside"]
}

test_one_for_the_account_is_fine if {
	count(found({}, {"analyzers": [{"id": "a", "is": {"state": "active", "analyzerType": "account"}}]})) == 0
}

test_one_of_unused_access_is_just_outside if {
	count(found({}, {"analyzers": [{"id": "a", "is": {"state": "active", "analyzerType": "account-unused-access"}}]})) == 1
}

test_a_region_that_is_off_needs_none if {
	count(found({"enabled": false}, {"analyzers": []})) == 0
}
