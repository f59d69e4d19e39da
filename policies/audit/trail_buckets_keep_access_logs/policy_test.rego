package policies.audit.trail_buckets_keep_access_logs_test

import data.lib.fixtures
import data.policies.audit.trail_buckets_keep_access_logs as policy

base := {}

beside := {}

found(over, more) := result if {
	subject := fixtures.node("trail", "aws.cloudtrail-trail", "it", object.union(base, over))
	result := policy.findings with input as fixtures.document(subject, object.union(beside, more))
}

test_no_log_is_a_finding if {
	more := {
		"bucket": {"id": "b", "kind": "data-store", "type": "t", "label": "b", "is": {"logsTo": []}},
	}
	fixtures.keys(found({}, more)) == {"access-logs"}
}

test_a_log_is_fine if {
	more := {
		"bucket": {"id": "b", "kind": "data-store", "type": "t", "label": "b", "is": {"logsTo": ["logs"]}},
	}
	fixtures.keys(found({}, more)) == set()
}

test_a_bucket_of_others_is_not_known if {
	fixtures.keys(found({}, {"bucket": null})) == set()
}
