package policies.hybrid.vpn_routes_do_not_overlap_networks_test

import data.lib.fixtures
import data.policies.hybrid.vpn_routes_do_not_overlap_networks as policy

base := {
	"state": "available",
	"tunnels": [
		{
			"outsideAddress": "203.0.113.1",
			"status": "up",
			"certificate": "c",
			"options": {
				"ikeVersions": ["ikev2"],
				"phase1": {
					"encryption": ["aes256-gcm-16"],
					"integrity": ["sha2-512"],
					"groups": [20],
					"seconds": 3600,
				},
				"phase2": {
					"encryption": ["aes256-gcm-16"],
					"integrity": ["sha2-512"],
					"groups": [20],
					"seconds": 3600,
				},
				"logging": true,
				"deadPeerAction": "restart",
				"lifecycleControl": true,
			},
		},
		{
			"outsideAddress": "203.0.113.2",
			"status": "up",
			"certificate": "c",
			"options": {
				"ikeVersions": ["ikev2"],
				"phase1": {
					"encryption": ["aes256-gcm-16"],
					"integrity": ["sha2-512"],
					"groups": [20],
					"seconds": 3600,
				},
				"phase2": {
					"encryption": ["aes256-gcm-16"],
					"integrity": ["sha2-512"],
					"groups": [20],
					"seconds": 3600,
				},
				"logging": true,
				"deadPeerAction": "restart",
				"lifecycleControl": true,
			},
		},
	],
	"routes": [],
}

beside := {"gateway": null}

found(over, more) := result if {
	subject := fixtures.node("vpn-connection", "aws.vpn-connection", "it", object.union(base, over))
	result := policy.findings with input as fixtures.document(subject, object.union(beside, more))
}

test_an_overlap_is_a_finding if {
	over := {"routes": [{"cidr": "10.0.0.0/16", "state": "available"}]}
	more := {
		"gateway": {
			"id": "g",
			"kind": "gateway",
			"type": "t",
			"label": "g",
			"is": {},
			"network": {
				"id": "v",
				"kind": "network",
				"type": "t",
				"label": "v",
				"is": {"cidrs": ["10.0.128.0/20"], "isDefault": false},
			},
		},
	}
	fixtures.keys(found(over, more)) == {"v"}
}

test_other_addresses_are_fine if {
	over := {"routes": [{"cidr": "10.1.0.0/16", "state": "available"}]}
	more := {
		"gateway": {
			"id": "g",
			"kind": "gateway",
			"type": "t",
			"label": "g",
			"is": {},
			"network": {
				"id": "v",
				"kind": "network",
				"type": "t",
				"label": "v",
				"is": {"cidrs": ["10.0.0.0/16"], "isDefault": false},
			},
		},
	}
	fixtures.keys(found(over, more)) == set()
}

test_a_default_route_is_just_outside if {
	over := {"routes": [{"cidr": "0.0.0.0/0", "state": "available"}]}
	more := {
		"gateway": {
			"id": "g",
			"kind": "gateway",
			"type": "t",
			"label": "g",
			"is": {},
			"network": {
				"id": "v",
				"kind": "network",
				"type": "t",
				"label": "v",
				"is": {"cidrs": ["10.0.0.0/16"], "isDefault": false},
			},
		},
	}
	fixtures.keys(found(over, more)) == set()
}
