package policies.web.shield_calls_on_its_own_test

import data.lib.fixtures
import data.policies.web.shield_calls_on_its_own as policy

base := {"state": "active", "proactiveEngagement": "enabled"}

beside := {}

found(over, more) := result if {
	subject := fixtures.node("shield-subscription", "aws.shield-subscription", "it", object.union(base, over))
	result := policy.findings with input as fixtures.document(subject, object.union(beside, more))
}

test_disabled_is_a_finding if {
	fixtures.keys(found({"proactiveEngagement": "disabled"}, {})) == {"engagement"}
}

test_enabled_is_fine if {
	fixtures.keys(found({}, {})) == set()
}

test_pending_is_just_outside if {
	fixtures.keys(found({"proactiveEngagement": "pending"}, {})) == set()
}
