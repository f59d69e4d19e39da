package policies.audit.regions_have_a_detector_test

import data.lib.fixtures
import data.policies.audit.regions_have_a_detector as policy

base := {"enabled": true}

beside := {"detectors": []}

found(over, more) := result if {
	subject := fixtures.node("region", "aws.region", "it", object.union(base, over))
	result := policy.findings with input as fixtures.document(subject, object.union(beside, more))
}

test_none_is_a_finding if {
	fixtures.keys(found({}, {})) == {"detector"}
}

test_one_that_runs_is_fine if {
	more := {
		"detectors": [{"id": "d", "kind": "detector", "type": "t", "label": "d", "is": {"enabled": true}}],
	}
	fixtures.keys(found({}, more)) == set()
}

test_one_that_is_off_is_just_outside if {
	more := {
		"detectors": [{"id": "d", "kind": "detector", "type": "t", "label": "d", "is": {"enabled": false}}],
	}
	fixtures.keys(found({}, more)) == {"detector"}
}
