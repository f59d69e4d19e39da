package policies.licences.machines_stand_where_their_licences_allow_test

import data.lib.fixtures
import data.policies.licences.machines_stand_where_their_licences_allow as policy

base := {"rules": [{"rule": "allowedTenancy", "value": "EC2-DedicatedHost"}]}

beside := {"uses": []}

found(over, more) := result if {
	subject := fixtures.node("licence-configuration", "aws.licence-configuration", "it", object.union(base, over))
	result := policy.findings with input as fixtures.document(subject, object.union(beside, more))
}

test_shared_hardware_is_a_finding if {
	fixtures.keys(found({}, {"uses": [{"id": "u", "kind": "licence-use", "type": "t", "label": "u", "is": {"resource": "i-1"}, "machine": {"id": "i-1", "kind": "host", "type": "t", "label": "i-1", "is": {"state": "running", "hardware": null}}}]})) == {"tenancy/i-1"}
}

test_hardware_of_ones_own_is_fine if {
	fixtures.keys(found({}, {"uses": [{"id": "u", "kind": "licence-use", "type": "t", "label": "u", "is": {"resource": "i-1"}, "machine": {"id": "i-1", "kind": "host", "type": "t", "label": "i-1", "is": {"state": "running", "hardware": {"cores": 24, "sockets": 2}}}}]})) == set()
}

test_shared_hardware_is_fine_where_it_is_allowed if {
	fixtures.keys(found({"rules": [{"rule": "allowedTenancy", "value": "EC2-Default,EC2-DedicatedHost"}]}, {"uses": [{"id": "u", "kind": "licence-use", "type": "t", "label": "u", "is": {"resource": "i-1"}, "machine": {"id": "i-1", "kind": "host", "type": "t", "label": "i-1", "is": {"state": "running", "hardware": null}}}]})) == set()
}

test_too_many_cores_are_a_finding if {
	fixtures.keys(found({"rules": [{"rule": "maximumCores", "value": "16"}]}, {"uses": [{"id": "u", "kind": "licence-use", "type": "t", "label": "u", "is": {"resource": "i-1"}, "machine": {"id": "i-1", "kind": "host", "type": "t", "label": "i-1", "is": {"state": "running", "hardware": {"cores": 24, "sockets": 2}}}}]})) == {"maximumCores/i-1"}
}

test_just_as_many_are_fine if {
	fixtures.keys(found({"rules": [{"rule": "maximumCores", "value": "24"}]}, {"uses": [{"id": "u", "kind": "licence-use", "type": "t", "label": "u", "is": {"resource": "i-1"}, "machine": {"id": "i-1", "kind": "host", "type": "t", "label": "i-1", "is": {"state": "running", "hardware": {"cores": 24, "sockets": 2}}}}]})) == set()
}
