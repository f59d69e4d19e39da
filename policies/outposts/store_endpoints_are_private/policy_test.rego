package policies.outposts.store_endpoints_are_private_test

import data.lib.fixtures
import data.policies.outposts.store_endpoints_are_private as policy

base := {"access": "private", "state": "available"}

beside := {}

found(over, more) := result if {
	subject := fixtures.node("store-endpoint", "aws.s3-outposts-endpoint", "it", object.union(base, over))
	result := policy.findings with input as fixtures.document(subject, object.union(beside, more))
}

test_a_customer_owned_address_is_a_finding if {
	fixtures.keys(found({"access": "customer-owned"}, {})) == {"customer-owned"}
}

test_a_private_one_is_fine if {
	fixtures.keys(found({}, {})) == set()
}

test_one_that_failed_is_a_finding if {
	fixtures.keys(found({"state": "create_failed"}, {})) == {"failed"}
}

test_what_is_not_told_is_no_finding if {
	fixtures.keys(found({"access": null, "state": null}, {})) == set()
}
