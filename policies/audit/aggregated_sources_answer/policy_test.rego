package policies.audit.aggregated_sources_answer_test

import data.lib.fixtures
import data.policies.audit.aggregated_sources_answer as policy

base := {"status": "succeeded"}

beside := {}

found(over, more) := result if {
	subject := fixtures.node("aggregated-source", "aws.config-aggregated-source", "it", object.union(base, over))
	result := policy.findings with input as fixtures.document(subject, object.union(beside, more))
}

test_one_that_fails_is_a_finding if {
	fixtures.keys(found({"status": "failed"}, {})) == {"failed"}
}

test_one_that_answers_is_fine if {
	fixtures.keys(found({}, {})) == set()
}

test_an_old_one_is_just_outside if {
	fixtures.keys(found({"status": "outdated"}, {})) == set()
}
