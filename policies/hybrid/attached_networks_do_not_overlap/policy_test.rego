package policies.hybrid.attached_networks_do_not_overlap_test

import data.lib.fixtures
import data.policies.hybrid.attached_networks_do_not_overlap as policy

base := {}

beside := {"attachments": [], "vpn_connections": []}

found(over, more) := result if {
	subject := fixtures.node("gateway", "aws.transit-gateway", "it", object.union(base, over))
	result := policy.findings with input as fixtures.document(subject, object.union(beside, more))
}

test_an_overlap_is_a_finding_of_the_narrower if {
	more := {
		"attachments": [
			{
				"id": "a0",
				"kind": "attachment",
				"type": "t",
				"label": "a0",
				"is": {},
				"network": {
					"id": "v",
					"kind": "network",
					"type": "t",
					"label": "v",
					"is": {"cidrs": ["10.0.0.0/16"], "isDefault": false},
				},
			},
			{
				"id": "a1",
				"kind": "attachment",
				"type": "t",
				"label": "a1",
				"is": {},
				"network": {
					"id": "w",
					"kind": "network",
					"type": "t",
					"label": "w",
					"is": {"cidrs": ["10.0.8.0/24"], "isDefault": false},
				},
			},
		],
	}
	fixtures.keys(found({}, more)) == {"w"}
}

test_other_addresses_are_fine if {
	more := {
		"attachments": [
			{
				"id": "a0",
				"kind": "attachment",
				"type": "t",
				"label": "a0",
				"is": {},
				"network": {
					"id": "v",
					"kind": "network",
					"type": "t",
					"label": "v",
					"is": {"cidrs": ["10.0.0.0/16"], "isDefault": false},
				},
			},
			{
				"id": "a1",
				"kind": "attachment",
				"type": "t",
				"label": "a1",
				"is": {},
				"network": {
					"id": "w",
					"kind": "network",
					"type": "t",
					"label": "w",
					"is": {"cidrs": ["10.1.0.0/16"], "isDefault": false},
				},
			},
		],
	}
	fixtures.keys(found({}, more)) == set()
}

test_one_network_twice_is_just_outside if {
	more := {
		"attachments": [
			{
				"id": "a0",
				"kind": "attachment",
				"type": "t",
				"label": "a0",
				"is": {},
				"network": {
					"id": "v",
					"kind": "network",
					"type": "t",
					"label": "v",
					"is": {"cidrs": ["10.0.0.0/16"], "isDefault": false},
				},
			},
			{
				"id": "a1",
				"kind": "attachment",
				"type": "t",
				"label": "a1",
				"is": {},
				"network": {
					"id": "v",
					"kind": "network",
					"type": "t",
					"label": "v",
					"is": {"cidrs": ["10.0.0.0/16"], "isDefault": false},
				},
			},
		],
	}
	fixtures.keys(found({}, more)) == set()
}

test_two_that_are_alike_both_tell if {
	more := {
		"attachments": [
			{
				"id": "a0",
				"kind": "attachment",
				"type": "t",
				"label": "a0",
				"is": {},
				"network": {
					"id": "v",
					"kind": "network",
					"type": "t",
					"label": "v",
					"is": {"cidrs": ["10.0.0.0/16"], "isDefault": false},
				},
			},
			{
				"id": "a1",
				"kind": "attachment",
				"type": "t",
				"label": "a1",
				"is": {},
				"network": {
					"id": "w",
					"kind": "network",
					"type": "t",
					"label": "w",
					"is": {"cidrs": ["10.0.0.0/16"], "isDefault": false},
				},
			},
		],
	}
	fixtures.keys(found({}, more)) == {"v", "w"}
}

test_a_vpn_has_no_network if {
	more := {
		"attachments": [
			{"id": "a0", "kind": "attachment", "type": "t", "label": "a0", "is": {}, "network": null},
		],
	}
	fixtures.keys(found({}, more)) == set()
}

test_routes_to_a_data_centre_count if {
	more := {
		"attachments": [
			{
				"id": "a0",
				"kind": "attachment",
				"type": "t",
				"label": "a0",
				"is": {},
				"network": {
					"id": "v",
					"kind": "network",
					"type": "t",
					"label": "v",
					"is": {"cidrs": ["10.0.0.0/16"], "isDefault": false},
				},
			},
		],
		"vpn_connections": [
			{
				"id": "x",
				"kind": "vpn-connection",
				"type": "t",
				"label": "x",
				"is": {"state": "available", "routes": [{"cidr": "10.0.128.0/20", "state": "available"}]},
			},
		],
	}
	fixtures.keys(found({}, more)) == {"x"}
}

test_a_default_route_does_not if {
	more := {
		"attachments": [
			{
				"id": "a0",
				"kind": "attachment",
				"type": "t",
				"label": "a0",
				"is": {},
				"network": {
					"id": "v",
					"kind": "network",
					"type": "t",
					"label": "v",
					"is": {"cidrs": ["10.0.0.0/16"], "isDefault": false},
				},
			},
		],
		"vpn_connections": [
			{
				"id": "x",
				"kind": "vpn-connection",
				"type": "t",
				"label": "x",
				"is": {"state": "available", "routes": [{"cidr": "0.0.0.0/0", "state": "available"}]},
			},
		],
	}
	fixtures.keys(found({}, more)) == set()
}

test_a_neighbour_is_just_outside if {
	more := {
		"attachments": [
			{
				"id": "a0",
				"kind": "attachment",
				"type": "t",
				"label": "a0",
				"is": {},
				"network": {
					"id": "v",
					"kind": "network",
					"type": "t",
					"label": "v",
					"is": {"cidrs": ["10.0.0.0/17"], "isDefault": false},
				},
			},
			{
				"id": "a1",
				"kind": "attachment",
				"type": "t",
				"label": "a1",
				"is": {},
				"network": {
					"id": "w",
					"kind": "network",
					"type": "t",
					"label": "w",
					"is": {"cidrs": ["10.0.128.0/17"], "isDefault": false},
				},
			},
		],
	}
	fixtures.keys(found({}, more)) == set()
}

test_ipv6_counts if {
	more := {
		"attachments": [
			{
				"id": "a0",
				"kind": "attachment",
				"type": "t",
				"label": "a0",
				"is": {},
				"network": {
					"id": "v",
					"kind": "network",
					"type": "t",
					"label": "v",
					"is": {"cidrs": ["2001:db8::/56"], "isDefault": false},
				},
			},
			{
				"id": "a1",
				"kind": "attachment",
				"type": "t",
				"label": "a1",
				"is": {},
				"network": {
					"id": "w",
					"kind": "network",
					"type": "t",
					"label": "w",
					"is": {"cidrs": ["2001:db8::/56"], "isDefault": false},
				},
			},
		],
	}
	fixtures.keys(found({}, more)) == {"v", "w"}
}

attached(id, cidrs) := {
	"id": concat("-", ["a", id]),
	"kind": "attachment",
	"type": "t",
	"label": id,
	"is": {},
	"network": {"id": id, "kind": "network", "type": "t", "label": id, "is": {"cidrs": cidrs, "isDefault": false}},
}

test_a_connection_that_is_gone_leads_nowhere if {
	gone := {
		"id": "x",
		"kind": "vpn-connection",
		"type": "t",
		"label": "x",
		"is": {"state": "deleted", "routes": [{"cidr": "10.0.128.0/20", "state": "available"}]},
	}
	fixtures.keys(found({}, {"attachments": [attached("v", ["10.0.0.0/16"])], "vpn_connections": [gone]})) == set()
}

test_families_are_apart if {
	more := {"attachments": [attached("v", ["10.0.0.0/16", "2001:db8::/56"]), attached("w", ["10.1.0.0/16", "2001:db8:0:100::/56"])]}
	fixtures.keys(found({}, more)) == set()
}
