package policies.hybrid.gateways_have_two_devices_test

import data.lib.fixtures
import data.policies.hybrid.gateways_have_two_devices as policy

base := {}

beside := {"vpn_connections": [], "virtual_interfaces": [], "attachments": []}

found(over, more) := result if {
	subject := fixtures.node("gateway", "aws.vpn-gateway", "it", object.union(base, over))
	result := policy.findings with input as fixtures.document(subject, object.union(beside, more))
}

test_one_device_is_a_finding if {
	more := {
		"vpn_connections": [
			{
				"id": "x",
				"kind": "vpn-connection",
				"type": "t",
				"label": "x",
				"is": {"state": "available"},
				"customer_gateway": {"id": "c", "kind": "gateway", "type": "t", "label": "c", "is": {}},
			},
		],
	}
	fixtures.keys(found({}, more)) == {"one-device"}
}

test_two_devices_are_fine if {
	more := {
		"vpn_connections": [
			{
				"id": "x",
				"kind": "vpn-connection",
				"type": "t",
				"label": "x",
				"is": {"state": "available"},
				"customer_gateway": {"id": "c", "kind": "gateway", "type": "t", "label": "c", "is": {}},
			},
			{
				"id": "y",
				"kind": "vpn-connection",
				"type": "t",
				"label": "y",
				"is": {"state": "available"},
				"customer_gateway": {"id": "d", "kind": "gateway", "type": "t", "label": "d", "is": {}},
			},
		],
	}
	fixtures.keys(found({}, more)) == set()
}

test_a_line_beside_it_is_fine if {
	more := {
		"vpn_connections": [
			{
				"id": "x",
				"kind": "vpn-connection",
				"type": "t",
				"label": "x",
				"is": {"state": "available"},
				"customer_gateway": {"id": "c", "kind": "gateway", "type": "t", "label": "c", "is": {}},
			},
		],
		"attachments": [
			{
				"id": "a",
				"kind": "attachment",
				"type": "t",
				"label": "a",
				"is": {"attachmentType": "direct-connect-gateway"},
			},
		],
	}
	fixtures.keys(found({}, more)) == set()
}

test_two_connections_to_one_device_are_just_outside if {
	more := {
		"vpn_connections": [
			{
				"id": "x",
				"kind": "vpn-connection",
				"type": "t",
				"label": "x",
				"is": {"state": "available"},
				"customer_gateway": {"id": "c", "kind": "gateway", "type": "t", "label": "c", "is": {}},
			},
			{
				"id": "y",
				"kind": "vpn-connection",
				"type": "t",
				"label": "y",
				"is": {"state": "available"},
				"customer_gateway": {"id": "c", "kind": "gateway", "type": "t", "label": "c", "is": {}},
			},
		],
	}
	fixtures.keys(found({}, more)) == {"one-device"}
}

test_a_gateway_without_connections_is_fine if {
	fixtures.keys(found({}, {})) == set()
}
