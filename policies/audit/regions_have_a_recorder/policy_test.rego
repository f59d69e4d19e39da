package policies.audit.regions_have_a_recorder_test

import data.lib.fixtures
import data.policies.audit.regions_have_a_recorder as policy

base := {"enabled": true}

beside := {"recorders": []}

found(over, more) := result if {
	subject := fixtures.node("region", "aws.region", "it", object.union(base, over))
	result := policy.findings with input as fixtures.document(subject, object.union(beside, more))
}

test_none_is_a_finding if {
	fixtures.keys(found({}, {"recorders": []})) == {"recorder"}
}

test_one_that_runs_is_fine if {
	more := {
		"recorders": [
			{
				"id": "r",
				"kind": "recorder",
				"type": "t",
				"label": "r",
				"is": {"recording": true, "owner": null},
			},
		],
	}
	fixtures.keys(found({}, more)) == set()
}

test_one_that_stopped_is_just_outside if {
	more := {
		"recorders": [
			{
				"id": "r",
				"kind": "recorder",
				"type": "t",
				"label": "r",
				"is": {"recording": false, "owner": null},
			},
		],
	}
	fixtures.keys(found({}, more)) == {"recorder"}
}

test_that_of_a_service_does_not_count if {
	more := {
		"recorders": [
			{
				"id": "r",
				"kind": "recorder",
				"type": "t",
				"label": "r",
				"is": {"recording": true, "owner": "securityhub.amazonaws.com"},
			},
		],
	}
	fixtures.keys(found({}, more)) == {"recorder"}
}
