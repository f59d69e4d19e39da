package policies.hybrid.lines_end_in_two_locations_test

import data.lib.fixtures
import data.policies.hybrid.lines_end_in_two_locations as policy

base := {}

beside := {}

found(over, more) := result if {
	subject := fixtures.node("gateway", "aws.direct-connect-gateway", "it", object.union(base, over))
	result := policy.findings with input as fixtures.document(subject, object.union(beside, more))
}

test_one_is_a_finding if {
	more := {
		"virtual_interfaces": [
			{
				"id": "a",
				"kind": "virtual-interface",
				"type": "t",
				"label": "a",
				"is": {
					"state": "available",
					"location": "EqDC2",
					"connection": "dxcon-1",
					"sessions": [{"family": "ipv4", "status": "up", "state": "available"}],
				},
			},
		],
	}
	fixtures.keys(found({}, more)) == {"one"}
}

test_two_are_fine if {
	more := {
		"virtual_interfaces": [
			{
				"id": "a",
				"kind": "virtual-interface",
				"type": "t",
				"label": "a",
				"is": {
					"state": "available",
					"location": "EqDC2",
					"connection": "dxcon-1",
					"sessions": [{"family": "ipv4", "status": "up", "state": "available"}],
				},
			},
			{
				"id": "b",
				"kind": "virtual-interface",
				"type": "t",
				"label": "b",
				"is": {
					"state": "available",
					"location": "EqLD5",
					"connection": "dxcon-2",
					"sessions": [{"family": "ipv4", "status": "up", "state": "available"}],
				},
			},
		],
	}
	fixtures.keys(found({}, more)) == set()
}

test_two_at_the_same_are_just_outside if {
	more := {
		"virtual_interfaces": [
			{
				"id": "a",
				"kind": "virtual-interface",
				"type": "t",
				"label": "a",
				"is": {
					"state": "available",
					"location": "EqDC2",
					"connection": "dxcon-1",
					"sessions": [{"family": "ipv4", "status": "up", "state": "available"}],
				},
			},
			{
				"id": "b",
				"kind": "virtual-interface",
				"type": "t",
				"label": "b",
				"is": {
					"state": "available",
					"location": "EqDC2",
					"connection": "dxcon-1",
					"sessions": [{"family": "ipv4", "status": "up", "state": "available"}],
				},
			},
		],
	}
	fixtures.keys(found({}, more)) == {"one"}
}

test_one_that_is_deleted_does_not_count if {
	more := {
		"virtual_interfaces": [
			{
				"id": "a",
				"kind": "virtual-interface",
				"type": "t",
				"label": "a",
				"is": {
					"state": "available",
					"location": "EqDC2",
					"connection": "dxcon-1",
					"sessions": [{"family": "ipv4", "status": "up", "state": "available"}],
				},
			},
			{
				"id": "b",
				"kind": "virtual-interface",
				"type": "t",
				"label": "b",
				"is": {
					"state": "deleted",
					"location": "EqLD5",
					"connection": "dxcon-2",
					"sessions": [{"family": "ipv4", "status": "up", "state": "available"}],
				},
			},
		],
	}
	fixtures.keys(found({}, more)) == {"one"}
}

test_none_at_all_is_no_line if {
	fixtures.keys(found({}, {"virtual_interfaces": []})) == set()
}
