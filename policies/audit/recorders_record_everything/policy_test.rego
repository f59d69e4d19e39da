package policies.audit.recorders_record_everything_test

import data.lib.fixtures
import data.policies.audit.recorders_record_everything as policy

base := {"owner": null, "strategy": "all", "included": [], "excluded": []}

beside := {}

found(over, more) := result if {
	subject := fixtures.node("recorder", "aws.config-recorder", "it", object.union(base, over))
	result := policy.findings with input as fixtures.document(subject, object.union(beside, more))
}

test_named_types_only_are_a_finding if {
	fixtures.keys(found({"strategy": "only", "included": ["AWS::EC2::VPC"]}, {})) == {"types"}
}

test_all_types_are_fine if {
	fixtures.keys(found({}, {})) == set()
}

test_a_type_that_is_left_out_is_just_outside if {
	fixtures.keys(found({"strategy": "all-but", "excluded": ["AWS::IAM::Role"]}, {})) == {"left-out"}
}

test_one_that_may_be_left_out_is_fine if {
	over := {"strategy": "all-but", "excluded": ["AWS::IAM::Role"]}
	fixtures.keys(found(over, {})) == set()
		with data.params.audit.recorders_record_everything.may_leave_out as ["AWS::IAM::Role"]
}
