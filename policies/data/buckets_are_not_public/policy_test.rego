package policies.data.buckets_are_not_public_test

import data.lib.fixtures
import data.policies.data.buckets_are_not_public as policy

subject(over) := fixtures.node("data-store", "aws.bucket", "bucket-1", object.union({}, over))

keys(over, related) := fixtures.keys(found) if {
	found := policy.findings with input as fixtures.document(subject(over), related)
}

test_a_public_policy_is_a_finding if {
	keys({"isPublic": true}, {"account": null}) == {"policy"}
}

test_a_public_acl_is_a_finding if {
	keys({"publicGrants": [{"to": "all", "permission": "read"}]}, {"account": null}) == {"acl/all/read"}
}

test_a_private_bucket_is_fine if {
	keys({"isPublic": false, "publicGrants": []}, {"account": null}) == set()
}

test_a_block_of_the_account_is_just_outside if {
	keys({"isPublic": true}, {"account": fixtures.node("account", "aws.account", "a", {"publicBlock": {"restricts": true}})}) == set()
}
