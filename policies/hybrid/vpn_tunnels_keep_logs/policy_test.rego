package policies.hybrid.vpn_tunnels_keep_logs_test

import data.lib.fixtures
import data.policies.hybrid.vpn_tunnels_keep_logs as policy

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

test_one_without_a_log_is_a_finding if {
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
					"logging": false,
					"deadPeerAction": "restart",
					"lifecycleControl": true,
				},
			},
		],
	}
	fixtures.keys(found(over, {})) == {"logs/203.0.113.2"}
}

test_both_with_logs_are_fine if {
	fixtures.keys(found({}, {})) == set()
}

test_what_is_not_told_is_no_finding if {
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
					"logging": null,
					"deadPeerAction": "restart",
					"lifecycleControl": true,
				},
			},
		],
	}
	fixtures.keys(found(over, {})) == set()
}
