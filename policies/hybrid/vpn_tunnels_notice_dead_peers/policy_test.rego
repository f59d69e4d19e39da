package policies.hybrid.vpn_tunnels_notice_dead_peers_test

import data.lib.fixtures
import data.policies.hybrid.vpn_tunnels_notice_dead_peers as policy

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

test_doing_nothing_is_a_finding if {
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
					"deadPeerAction": "none",
					"lifecycleControl": true,
				},
			},
		],
	}
	fixtures.keys(found(over, {})) == {"dead-peer/203.0.113.2"}
}

test_building_it_anew_is_fine if {
	fixtures.keys(found({}, {})) == set()
}

test_the_default_is_just_outside if {
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
					"deadPeerAction": "clear",
					"lifecycleControl": true,
				},
			},
		],
	}
	fixtures.keys(found(over, {})) == set()
}
