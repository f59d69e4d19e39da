package policies.hybrid.virtual_interfaces_talk_test

import data.lib.fixtures
import data.policies.hybrid.virtual_interfaces_talk as policy

base := {
	"state": "available",
	"sessions": [{"family": "ipv4", "status": "up", "state": "available"}],
}

beside := {}

found(over, more) := result if {
	subject := fixtures.node("virtual-interface", "aws.virtual-interface", "it", object.union(base, over))
	result := policy.findings with input as fixtures.document(subject, object.union(beside, more))
}

test_a_session_that_is_down_is_a_finding if {
	over := {"sessions": [{"family": "ipv4", "status": "down", "state": "available"}]}
	fixtures.keys(found(over, {})) == {"ipv4"}
}

test_up_is_fine if {
	fixtures.keys(found({}, {})) == set()
}

test_one_of_two_is_just_outside if {
	over := {
		"sessions": [
			{"family": "ipv4", "status": "up", "state": "available"},
			{"family": "ipv6", "status": "down", "state": "available"},
		],
	}
	fixtures.keys(found(over, {})) == {"ipv6"}
}

test_down_is_a_finding if {
	fixtures.keys(found({"state": "down"}, {})) == {"down"}
}

test_a_new_one_may_be_down if {
	over := {
		"state": "pending",
		"sessions": [{"family": "ipv4", "status": "down", "state": "pending"}],
	}
	fixtures.keys(found(over, {})) == set()
}
