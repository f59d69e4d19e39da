package policies.audit.trails_look_for_unusual_activity_test

import data.lib.fixtures
import data.policies.audit.trails_look_for_unusual_activity as policy

base := {"insights": ["ApiCallRateInsight"]}

beside := {}

found(over, more) := result if {
	subject := fixtures.node("trail", "aws.cloudtrail-trail", "it", object.union(base, over))
	result := policy.findings with input as fixtures.document(subject, object.union(beside, more))
}

test_none_is_a_finding if {
	fixtures.keys(found({"insights": []}, {})) == {"insights"}
}

test_one_is_fine if {
	fixtures.keys(found({}, {})) == set()
}

test_two_are_fine if {
	fixtures.keys(found({"insights": ["ApiCallRateInsight", "ApiErrorRateInsight"]}, {})) == set()
}
