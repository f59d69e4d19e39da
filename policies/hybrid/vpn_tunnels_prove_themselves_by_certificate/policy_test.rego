package policies.hybrid.vpn_tunnels_prove_themselves_by_certificate_test

import data.lib.fixtures
import data.policies.hybrid.vpn_tunnels_prove_themselves_by_certificate as policy

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

test_a_shared_key_is_a_finding if {
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
				"certificate": null,
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
	fixtures.keys(found(over, {})) == {"key/203.0.113.2"}
}

test_certificates_are_fine if {
	fixtures.keys(found({}, {})) == set()
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
				"status": "up",
				"certificate": null,
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
