package policies.hybrid.vpn_tunnels_are_up_test

import data.lib.fixtures
import data.policies.hybrid.vpn_tunnels_are_up as policy

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
}

beside := {}

found(over, more) := result if {
	subject := fixtures.node("vpn-connection", "aws.vpn-connection", "it", object.union(base, over))
	result := policy.findings with input as fixtures.document(subject, object.union(beside, more))
}

test_one_that_is_down_is_a_finding if {
	over := {
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
				"status": "down",
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
				"message": "IPSEC IS DOWN",
			},
		],
	}
	fixtures.keys(found(over, {})) == {"down/203.0.113.2"}
}

test_both_up_are_fine if {
	fixtures.keys(found({}, {})) == set()
}

test_one_whose_status_is_not_told_is_just_outside if {
	over := {
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
				"status": null,
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
	}
	fixtures.keys(found(over, {})) == set()
}

test_a_connection_that_is_deleted_does_not_count if {
	over := {
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
				"status": "down",
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
		"state": "deleted",
	}
	fixtures.keys(found(over, {})) == set()
}
