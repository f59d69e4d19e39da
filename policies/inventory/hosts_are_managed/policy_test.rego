package policies.inventory.hosts_are_managed_test

import data.lib.fixtures
import data.policies.inventory.hosts_are_managed as policy

base := {"state": "running"}

beside := {}

found(over, more) := result if {
	subject := fixtures.node("host", "aws.instance", "it", object.union(base, over))
	result := policy.findings with input as fixtures.document(subject, object.union(beside, more))
}

test_none_is_a_finding if {
	fixtures.keys(found({}, {"managed_hosts": []})) == {"unmanaged"}
}

test_one_is_fine if {
	more := {
		"managed_hosts": [{"id": "m", "kind": "managed-host", "type": "t", "label": "m", "is": {}}],
	}
	fixtures.keys(found({}, more)) == set()
}

test_one_that_is_stopped_is_just_outside if {
	fixtures.keys(found({"state": "stopped"}, {"managed_hosts": []})) == set()
}
