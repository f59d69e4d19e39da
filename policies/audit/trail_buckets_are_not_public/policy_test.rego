package policies.audit.trail_buckets_are_not_public_test

import data.lib.fixtures
import data.policies.audit.trail_buckets_are_not_public as policy

base := {}

beside := {}

found(over, more) := result if {
	subject := fixtures.node("trail", "aws.cloudtrail-trail", "it", object.union(base, over))
	result := policy.findings with input as fixtures.document(subject, object.union(beside, more))
}

test_a_public_policy_is_a_finding if {
	more := {
		"bucket": {"id": "b", "kind": "data-store", "type": "t", "label": "b", "is": {"isPublic": true}},
	}
	fixtures.keys(found({}, more)) == {"public"}
}

test_a_public_acl_is_a_finding if {
	more := {
		"bucket": {
			"id": "b",
			"kind": "data-store",
			"type": "t",
			"label": "b",
			"is": {"isPublic": false, "publicGrants": [{"to": "all", "permission": "read"}]},
		},
	}
	fixtures.keys(found({}, more)) == {"public"}
}

test_an_acl_that_is_ignored_is_just_outside if {
	more := {
		"bucket": {
			"id": "b",
			"kind": "data-store",
			"type": "t",
			"label": "b",
			"is": {
				"isPublic": false,
				"publicGrants": [{"to": "all", "permission": "read"}],
				"publicBlock": {"ignoresAcls": true},
			},
		},
	}
	fixtures.keys(found({}, more)) == set()
}

test_a_private_bucket_is_fine if {
	more := {
		"bucket": {
			"id": "b",
			"kind": "data-store",
			"type": "t",
			"label": "b",
			"is": {"isPublic": false, "publicGrants": []},
		},
	}
	fixtures.keys(found({}, more)) == set()
}

test_what_the_account_blocks_is_just_outside if {
	bucket := {
		"id": "b",
		"kind": "data-store",
		"type": "t",
		"label": "b",
		"is": {"isPublic": true},
		"account": {"id": "a", "is": {"publicBlock": {"restricts": true, "ignoresAcls": true}}},
	}
	fixtures.keys(found({}, {"bucket": bucket})) == set()
}
