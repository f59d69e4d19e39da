package policies.data.buckets_refuse_the_public_test

import data.lib.fixtures
import data.policies.data.buckets_refuse_the_public as policy

subject(over) := fixtures.node("data-store", "aws.bucket", "bucket-1", object.union({}, over))

keys(over, related) := fixtures.keys(found) if {
	found := policy.findings with input as fixtures.document(subject(over), related)
}

test_nothing_blocked_is_a_finding if {
	keys({"publicBlock": {"refusesAcls": false, "restricts": false}}, {"account": null}) == {"block"}
}

test_all_blocked_is_fine if {
	keys({"publicBlock": {"refusesAcls": true, "restricts": true}}, {"account": null}) == set()
}

test_the_account_may_block_the_rest if {
	keys({"publicBlock": {"refusesAcls": true, "restricts": false}}, {"account": fixtures.node("account", "aws.account", "a", {"publicBlock": {"restricts": true}})}) == set()
}

test_one_setting_is_just_outside if {
	keys({"publicBlock": {"refusesAcls": true, "restricts": false}}, {"account": fixtures.node("account", "aws.account", "a", {"publicBlock": {"restricts": false}})}) == {"block"}
}
