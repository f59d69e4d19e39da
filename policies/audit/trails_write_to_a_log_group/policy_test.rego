package policies.audit.trails_write_to_a_log_group_test

import data.lib.fixtures
import data.policies.audit.trails_write_to_a_log_group as policy

base := {"logGroup": "arn:aws:logs:eu-west-1:111122223333:log-group:trail"}

beside := {}

found(over, more) := result if {
	subject := fixtures.node("trail", "aws.cloudtrail-trail", "it", object.union(base, over))
	result := policy.findings with input as fixtures.document(subject, object.union(beside, more))
}

test_no_group_is_a_finding if {
	fixtures.keys(found({"logGroup": null}, {})) == {"log-group"}
}

test_a_group_is_fine if {
	fixtures.keys(found({}, {})) == set()
}

test_any_group_counts if {
	fixtures.keys(found({"logGroup": "g"}, {})) == set()
}
