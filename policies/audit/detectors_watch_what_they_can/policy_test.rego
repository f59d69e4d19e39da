package policies.audit.detectors_watch_what_they_can_test

import data.lib.fixtures
import data.policies.audit.detectors_watch_what_they_can as policy

base := {
	"enabled": true,
	"features": [
		{"name": "s3-data-events", "enabled": true},
		{"name": "lambda-network-logs", "enabled": true},
		{"name": "rds-login-events", "enabled": true},
	],
}

beside := {}

found(over, more) := result if {
	subject := fixtures.node("detector", "aws.guardduty-detector", "it", object.union(base, over))
	result := policy.findings with input as fixtures.document(subject, object.union(beside, more))
}

test_a_feature_that_is_off_is_a_finding if {
	fixtures.keys(found({"features": [{"name": "s3-data-events", "enabled": false}]}, {})) == {"features"}
}

test_all_of_them_are_fine if {
	fixtures.keys(found({}, {})) == set()
}

test_what_is_not_asked_for_is_just_outside if {
	over := {
		"features": [{"name": "s3-data-events", "enabled": true}, {"name": "eks-audit-logs", "enabled": false}],
	}
	fixtures.keys(found(over, {})) == set()
		with data.params.audit.detectors_watch_what_they_can.features as ["s3-data-events"]
}
