package policies.audit.alarms_do_something_test

import data.lib.fixtures
import data.policies.audit.alarms_do_something as policy

base := {"actionsEnabled": true, "actions": ["t"]}

beside := {}

found(over, more) := result if {
	subject := fixtures.node("alarm", "aws.cloudwatch-alarm", "it", object.union(base, over))
	result := policy.findings with input as fixtures.document(subject, object.union(beside, more))
}

test_none_is_a_finding if {
	fixtures.keys(found({"actions": []}, {})) == {"none"}
}

test_one_is_fine if {
	fixtures.keys(found({}, {})) == set()
}

test_one_that_is_switched_off_is_just_outside if {
	fixtures.keys(found({"actionsEnabled": false}, {})) == {"off"}
}
