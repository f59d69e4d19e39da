package policies.audit.topics_of_alarms_are_heard_test

import data.lib.fixtures
import data.policies.audit.topics_of_alarms_are_heard as policy

base := {"confirmed": 0}

beside := {
	"told_by": [{"id": "a", "kind": "alarm", "type": "t", "label": "a", "is": {}}],
	"subscriptions": [],
}

found(over, more) := result if {
	subject := fixtures.node("topic", "aws.sns-topic", "it", object.union(base, over))
	result := policy.findings with input as fixtures.document(subject, object.union(beside, more))
}

test_nobody_is_a_finding if {
	fixtures.keys(found({}, {})) == {"unheard"}
}

test_a_confirmed_subscription_is_fine if {
	fixtures.keys(found({"confirmed": 1}, {})) == set()
}

test_a_topic_that_nothing_tells_is_just_outside if {
	fixtures.keys(found({}, {"told_by": []})) == set()
}
