package policies.load_balancing.public_balancers_are_expected_test

import data.lib.fixtures
import data.policies.load_balancing.public_balancers_are_expected as policy

base := {"scheme": "internal"}

beside := {}

found(over, more) := result if {
	subject := fixtures.node("load-balancer", "test.load-balancer", "it", object.union(base, over))
	result := policy.findings with input as fixtures.document(subject, object.union(beside, more))
}

test_one_that_nobody_expects_is_a_finding if {
	fixtures.keys(found({"scheme": "internet-facing"}, {})) == {"public"}
}

test_an_internal_one_is_fine if {
	fixtures.keys(found({}, {})) == set()
}

test_one_that_is_named_is_just_outside if {
	fixtures.keys(found({"scheme": "internet-facing"}, {})) == set()
		with data.params.load_balancing.public_balancers_are_expected.expected as ["it"]
}

test_a_tag_says_that_it_is_meant if {
	subject := object.union(fixtures.node("load-balancer", "aws.load-balancer", "it", {"scheme": "internet-facing"}), {"tags": {"Exposure": "Public"}})
	count(policy.findings) == 0 with input as fixtures.document(subject, {})
}
