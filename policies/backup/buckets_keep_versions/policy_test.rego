package policies.backup.buckets_keep_versions_test

import data.lib.fixtures
import data.policies.backup.buckets_keep_versions as policy

subject(over) := fixtures.node("data-store", "aws.bucket", "bucket-1", object.union({}, over))

keys(over, related) := fixtures.keys(found) if {
	found := policy.findings with input as fixtures.document(subject(over), related)
}

test_it_is_a_finding if {
	keys({"versioned": false}, {}) == {"versions"}
}

test_the_contrary_is_fine if {
	keys({"versioned": true}, {}) == set()
}

test_what_is_not_told_is_just_outside if {
	keys({"versioned": null}, {}) == set()
}
