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
	more := {
		"uses": [
			{
				"id": "u",
				"kind": "licence-use",
				"type": "t",
				"label": "u",
				"is": {"resource": "i-1"},
				"machine": {
					"id": "i-1",
					"kind": "host",
					"type": "t",
					"label": "i-1",
					"is": {"state": "running", "hardware": null},
				},
			},
		],
	}
	fixtures.keys(found({}, more)) == {"tenancy/i-1"}
}

test_hardware_of_ones_own_is_fine if {
	more := {
		"uses": [
			{
				"id": "u",
				"kind": "licence-use",
				"type": "t",
				"label": "u",
				"is": {"resource": "i-1"},
				"machine": {
					"id": "i-1",
					"kind": "host",
					"type": "t",
					"label": "i-1",
					"is": {"state": "running", "hardware": {"cores": 24, "sockets": 2}},
				},
			},
		],
	}
	fixtures.keys(found({}, more)) == set()
}

test_shared_hardware_is_fine_where_it_is_allowed if {
	over := {"rules": [{"rule": "allowedTenancy", "value": "EC2-Default,EC2-DedicatedHost"}]}
	more := {
		"uses": [
			{
				"id": "u",
				"kind": "licence-use",
				"type": "t",
				"label": "u",
				"is": {"resource": "i-1"},
				"machine": {
					"id": "i-1",
					"kind": "host",
					"type": "t",
					"label": "i-1",
					"is": {"state": "running", "hardware": null},
				},
			},
		],
	}
	fixtures.keys(found(over, more)) == set()
}

test_too_many_cores_are_a_finding if {
	over := {"rules": [{"rule": "maximumCores", "value": "16"}]}
	more := {
		"uses": [
			{
				"id": "u",
				"kind": "licence-use",
				"type": "t",
				"label": "u",
				"is": {"resource": "i-1"},
				"machine": {
					"id": "i-1",
					"kind": "host",
					"type": "t",
					"label": "i-1",
					"is": {"state": "running", "hardware": {"cores": 24, "sockets": 2}},
				},
			},
		],
	}
	fixtures.keys(found(over, more)) == {"maximumCores/i-1"}
}

test_just_as_many_are_fine if {
	over := {"rules": [{"rule": "maximumCores", "value": "24"}]}
	more := {
		"uses": [
			{
				"id": "u",
				"kind": "licence-use",
				"type": "t",
				"label": "u",
				"is": {"resource": "i-1"},
				"machine": {
					"id": "i-1",
					"kind": "host",
					"type": "t",
					"label": "i-1",
					"is": {"state": "running", "hardware": {"cores": 24, "sockets": 2}},
				},
			},
		],
	}
	fixtures.keys(found(over, more)) == set()
}

used(is) := {"uses": [{
	"id": "u",
	"kind": "licence-use",
	"type": "t",
	"label": "u",
	"is": {"resource": "i-1"},
	"machine": {"id": "i-1", "kind": "host", "type": "t", "label": "i-1", "is": is},
}]}

limits(limit, value) := {"rules": [{"rule": limit, "value": value}]}

test_too_few_cores_are_a_finding if {
	machine := used({"state": "running", "hardware": {"cores": 8, "sockets": 1}})
	fixtures.keys(found(limits("minimumCores", "16"), machine)) == {"minimumCores/i-1"}
	fixtures.keys(found(limits("minimumCores", "8"), machine)) == set()
	fixtures.keys(found(limits("minimumCores", "4"), machine)) == set()
	fixtures.keys(found(limits("minimumSockets", "2"), machine)) == {"minimumSockets/i-1"}
	fixtures.keys(found(limits("maximumSockets", "2"), machine)) == set()
}

test_a_machine_that_is_off_uses_nothing if {
	fixtures.keys(found({}, used({"state": "stopped", "hardware": null}))) == set()
}

test_no_word_about_tenancy_allows_any if {
	fixtures.keys(found(limits("allowedTenancy", null), used({"state": "running", "hardware": null}))) == set()
	fixtures.keys(found({"rules": []}, used({"state": "running", "hardware": null}))) == set()
}

test_cores_that_nobody_told_break_nothing if {
	fixtures.keys(found(limits("minimumCores", "16"), used({"state": "running", "hardware": {"cores": null, "sockets": 1}}))) == set()
}
