package policies.web.origins_are_asked_encrypted_test

import data.lib.fixtures
import data.policies.web.origins_are_asked_encrypted as policy

base := {
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
	"entryType": "cdn",
}

beside := {}

found(over, more) := result if {
	subject := fixtures.node("entry-point", "test.entry-point", "it", object.union(base, over))
	result := policy.findings with input as fixtures.document(subject, object.union(beside, more))
}

test_plain_text_is_a_finding if {
	over := {
		"cdn": {
			"origins": [
				{
					"name": "o",
					"domain": "o.example.net",
					"originType": "custom",
					"protocol": "http-only",
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

test_https_is_fine if {
	fixtures.keys(found({}, {})) == set()
}

test_what_viewers_use_is_fine_where_they_must_encrypt if {
	over := {
		"cdn": {
			"origins": [
				{
					"name": "o",
					"domain": "o.example.net",
					"originType": "custom",
					"protocol": "match-viewer",
					"tlsProtocols": ["TLSv1.2"],
					"accessControl": null,
					"accessIdentity": null,
				},
			],
			"originGroups": [],
			"behaviors": [{"path": null, "origin": "o", "viewerProtocol": "https-only"}],
			"realtimeLogs": false,
		},
	}
	fixtures.keys(found(over, {})) == set()
}

test_and_plain_where_they_need_not if {
	over := {
		"cdn": {
			"origins": [
				{
					"name": "o",
					"domain": "o.example.net",
					"originType": "custom",
					"protocol": "match-viewer",
					"tlsProtocols": ["TLSv1.2"],
					"accessControl": null,
					"accessIdentity": null,
				},
			],
			"originGroups": [],
			"behaviors": [{"path": null, "origin": "o", "viewerProtocol": "allow-all"}],
			"realtimeLogs": false,
		},
	}
	fixtures.keys(found(over, {})) == {"origin/o"}
}

test_old_versions_are_just_outside if {
	over := {
		"cdn": {
			"origins": [
				{
					"name": "o",
					"domain": "o.example.net",
					"originType": "custom",
					"protocol": "https-only",
					"tlsProtocols": ["TLSv1", "TLSv1.2"],
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

test_buckets_are_asked_by_the_provider if {
	over := {
		"cdn": {
			"origins": [
				{
					"name": "o",
					"domain": "o.example.net",
					"originType": "bucket",
					"protocol": null,
					"tlsProtocols": [],
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
