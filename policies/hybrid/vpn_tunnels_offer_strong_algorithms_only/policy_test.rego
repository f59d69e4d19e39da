package policies.hybrid.vpn_tunnels_offer_strong_algorithms_only_test

import data.lib.fixtures
import data.policies.hybrid.vpn_tunnels_offer_strong_algorithms_only as policy

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

test_a_weak_group_is_a_finding if {
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
						"groups": [2, 20],
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
	fixtures.keys(found(over, {})) == {"phase1/203.0.113.2"}
}

test_strong_ones_are_fine if {
	fixtures.keys(found({}, {})) == set()
}

test_no_word_of_it_is_all_of_them if {
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
						"integrity": [],
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
	fixtures.keys(found(over, {})) == {"phase2/203.0.113.2"}
}

test_a_group_of_2048_bits_is_just_outside if {
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
						"groups": [14],
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

test_what_is_weak_is_a_parameter if {
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
						"encryption": ["aes128"],
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
	fixtures.keys(found(over, {})) == {"phase1/203.0.113.2"}
		with data.params.hybrid.vpn_tunnels_offer_strong_algorithms_only.weak_encryption as ["aes128"]
}
