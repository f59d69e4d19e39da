package policies.firewalls.keep_logs_test

import data.lib.fixtures
import data.policies.firewalls.keep_logs as policy

base := {}

beside := {}

found(over, more) := result if {
	subject := fixtures.node("firewall", "aws.network-firewall", "it", object.union(base, over))
	result := policy.findings with input as fixtures.document(subject, object.union(beside, more))
}

test_none_is_a_finding if {
	fixtures.keys(found({}, {"flow_logs": []})) == {"logs"}
}

test_one_is_fine if {
	more := {
		"flow_logs": [{"id": "l", "kind": "flow-log", "type": "t", "label": "l", "is": {"traffic": "alert"}}],
	}
	fixtures.keys(found({}, more)) == set()
}

test_a_log_of_tls_alone_is_just_outside if {
	more := {
		"flow_logs": [{"id": "l", "kind": "flow-log", "type": "t", "label": "l", "is": {"traffic": "tls"}}],
	}
	fixtures.keys(found({}, more)) == {"logs"}
}
