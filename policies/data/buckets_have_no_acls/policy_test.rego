package policies.data.buckets_have_no_acls_test

import data.lib.fixtures
import data.policies.data.buckets_have_no_acls as policy

subject(over) := fixtures.node("data-store", "aws.bucket", "bucket-1", object.union({}, over))

keys(over, related) := fixtures.keys(found) if {
	found := policy.findings with input as fixtures.document(subject(over), related)
}

test_acls_are_a_finding if {
	keys({"ownership": "object-writer"}, {}) == {"acls"}
}

test_enforced_ownership_is_fine if {
	keys({"ownership": "bucket-owner-enforced"}, {}) == set()
}

test_preferred_ownership_is_just_outside if {
	keys({"ownership": "bucket-owner-preferred"}, {}) == {"acls"}
}
