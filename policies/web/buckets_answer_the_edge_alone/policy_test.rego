package policies.web.buckets_answer_the_edge_alone_test

import data.lib.fixtures
import data.policies.web.buckets_answer_the_edge_alone as policy

base := {
	"cdn": {
		"origins": [
			{
				"name": "o",
				"domain": "o.example.net",
				"originType": "bucket",
				"protocol": "https-only",
				"tlsProtocols": ["TLSv1.2"],
				"accessControl": "oac",
				"accessIdentity": null,
			},
		],
		"originGroups": [],
		"behaviors": [],
		"realtimeLogs": false,
	},
	"entryType": "cdn",
}

beside := {}

found(over, more) := result if {
	subject := fixtures.node("entry-point", "test.entry-point", "it", object.union(base, over))
	result := policy.findings with input as fixtures.document(subject, object.union(beside, more))
}

test_no_signature_is_a_finding if {
	over := {
		"cdn": {
			"origins": [
				{
					"name": "o",
					"domain": "o.example.net",
					"originType": "bucket",
					"protocol": "https-only",
					"tlsProtocols": ["TLSv1.2"],
					"accessControl": null,
					"accessIdentity": null,
				},
			],
			"originGroups": [],
			"behaviors": [],
			"realtimeLogs": false,
		},
	}
	fixtures.keys(found(over, {})) == {"origin/o"}
}

test_a_signature_is_fine if {
	fixtures.keys(found({}, {})) == set()
}

test_the_older_kind_is_just_outside if {
	over := {
		"cdn": {
			"origins": [
				{
					"name": "o",
					"domain": "o.example.net",
					"originType": "bucket",
					"protocol": "https-only",
					"tlsProtocols": ["TLSv1.2"],
					"accessControl": null,
					"accessIdentity": "oai",
				},
			],
			"originGroups": [],
			"behaviors": [],
			"realtimeLogs": false,
		},
	}
	fixtures.keys(found(over, {})) == set()
}

test_a_server_is_another_question if {
	over := {
		"cdn": {
			"origins": [
				{
					"name": "o",
					"domain": "o.example.net",
					"originType": "custom",
					"protocol": "https-only",
					"tlsProtocols": ["TLSv1.2"],
					"accessControl": null,
					"accessIdentity": null,
				},
			],
			"originGroups": [],
			"behaviors": [],
			"realtimeLogs": false,
		},
	}
	fixtures.keys(found(over, {})) == set()
}
