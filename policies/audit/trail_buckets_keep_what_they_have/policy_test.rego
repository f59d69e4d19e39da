package policies.audit.trail_buckets_keep_what_they_have_test

import data.lib.fixtures
import data.policies.audit.trail_buckets_keep_what_they_have as policy

base := {}

beside := {}

found(over, more) := result if {
	subject := fixtures.node("trail", "aws.cloudtrail-trail", "it", object.union(base, over))
	result := policy.findings with input as fixtures.document(subject, object.union(beside, more))
}

test_neither_is_a_finding if {
	more := {
		"bucket": {
			"id": "b",
			"kind": "data-store",
			"type": "t",
			"label": "b",
			"is": {"deletesNeedMfa": false, "lock": null},
		},
	}
	fixtures.keys(found({}, more)) == {"deletable"}
}

test_a_second_factor_is_fine if {
	more := {
		"bucket": {
			"id": "b",
			"kind": "data-store",
			"type": "t",
			"label": "b",
			"is": {"deletesNeedMfa": true, "lock": null},
		},
	}
	fixtures.keys(found({}, more)) == set()
}

test_a_lock_is_fine if {
	more := {
		"bucket": {
			"id": "b",
			"kind": "data-store",
			"type": "t",
			"label": "b",
			"is": {"deletesNeedMfa": false, "lock": {"minDays": 365, "mode": "COMPLIANCE"}},
		},
	}
	fixtures.keys(found({}, more)) == set()
}
