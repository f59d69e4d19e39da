package policies.audit.inspectors_scan_test

import data.lib.fixtures
import data.policies.audit.inspectors_scan as policy

base := {
	"scans": [
		{"what": "ec2", "state": "enabled"},
		{"what": "ecr", "state": "enabled"},
		{"what": "lambda", "state": "enabled"},
	],
}

beside := {}

found(over, more) := result if {
	subject := fixtures.node("inspector", "aws.inspector", "it", object.union(base, over))
	result := policy.findings with input as fixtures.document(subject, object.union(beside, more))
}

test_one_that_is_off_is_a_finding if {
	fixtures.keys(found({"scans": [{"what": "ec2", "state": "disabled"}]}, {})) == {"scans"}
}

test_all_of_them_are_fine if {
	fixtures.keys(found({}, {})) == set()
}

test_what_is_not_asked_for_is_just_outside if {
	over := {"scans": [{"what": "ec2", "state": "enabled"}]}
	fixtures.keys(found(over, {})) == set() with data.params.audit.inspectors_scan.scans as ["ec2"]
}
