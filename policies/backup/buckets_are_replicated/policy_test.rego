package policies.backup.buckets_are_replicated_test

import data.lib.fixtures
import data.policies.backup.buckets_are_replicated as policy

subject(over) := fixtures.node("data-store", "aws.bucket", "bucket-1", object.union({}, over))

keys(over, related) := fixtures.keys(found) if {
	found := policy.findings with input as fixtures.document(subject(over), related)
}

test_no_replica_is_a_finding if {
	keys({}, {"placement": fixtures.placed([fixtures.place({})])}) == {"replication"}
}

test_a_replica_elsewhere_is_fine if {
	keys({}, {"placement": fixtures.placed([fixtures.place({}), fixtures.replica("eu-west-1")])}) == set()
}

test_a_replica_in_the_same_region_is_just_outside if {
	keys({}, {"placement": fixtures.placed([fixtures.place({}), fixtures.replica("us-east-1")])}) == {"replication"}
}

test_other_classes_are_not_judged if {
	found := keys({}, {"placement": fixtures.placed([fixtures.place({})])}) with data.params.backup.buckets_are_replicated.classes as ["vital"]
	found == set()
}
