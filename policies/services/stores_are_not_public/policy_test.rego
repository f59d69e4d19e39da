package policies.services.stores_are_not_public_test

import data.lib.fixtures
import data.policies.services.stores_are_not_public as policy

base := {"storeType": "database", "isPublic": false}

beside := {}

found(over, more) := result if {
	subject := fixtures.node("data-store", "test.data-store", "it", object.union(base, over))
	result := policy.findings with input as fixtures.document(subject, object.union(beside, more))
}

test_a_public_one_is_a_finding if {
	fixtures.keys(found({"isPublic": true}, {})) == {"public"}
}

test_a_private_one_is_fine if {
	fixtures.keys(found({}, {})) == set()
}

test_a_bucket_is_another_question if {
	fixtures.keys(found({"storeType": "bucket", "isPublic": true}, {})) == set()
}

test_what_is_not_told_is_no_finding if {
	fixtures.keys(found({"isPublic": null}, {})) == set()
}
