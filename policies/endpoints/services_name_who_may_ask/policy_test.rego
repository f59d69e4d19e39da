package policies.endpoints.services_name_who_may_ask_test

import data.lib.fixtures
import data.policies.endpoints.services_name_who_may_ask as policy

base := {"principals": []}

beside := {}

found(over, more) := result if {
	subject := fixtures.node("endpoint-service", "aws.vpc-endpoint-service", "it", object.union(base, over))
	result := policy.findings with input as fixtures.document(subject, object.union(beside, more))
}

test_everybody_is_a_finding if {
	fixtures.keys(found({"principals": [{"type": "All", "principal": "*"}]}, {})) == {"*"}
}

test_nobody_is_fine if {
	fixtures.keys(found({}, {})) == set()
}

test_an_account_is_fine_where_none_are_named if {
	over := {"principals": [{"type": "Account", "principal": "arn:aws:iam::444455556666:root"}]}
	fixtures.keys(found(over, {})) == set()
}

test_one_that_is_named_is_fine if {
	over := {"principals": [{"type": "Account", "principal": "arn:aws:iam::444455556666:root"}]}
	fixtures.keys(found(over, {})) == set()
		with data.params.endpoints.services_name_who_may_ask.accounts as ["444455556666"]
}

test_another_than_the_named_ones_is_just_outside if {
	subject := object.union(fixtures.node("endpoint-service", "aws.vpc-endpoint-service", "it", {"principals": [{"type": "Account", "principal": "arn:aws:iam::444455556666:root"}]}), {"account": "111122223333"})
	fixtures.keys(policy.findings) == {"444455556666"} with input as fixtures.document(subject, {})
		with data.params.endpoints.services_name_who_may_ask.accounts as ["777788889999"]
}
