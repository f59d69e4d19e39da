package policies.inventory.managed_hosts_answer_test

import data.lib.fixtures
import data.policies.inventory.managed_hosts_answer as policy

base := {"ping": "online"}

beside := {}

found(over, more) := result if {
	subject := fixtures.node("managed-host", "aws.managed-host", "it", object.union(base, over))
	result := policy.findings with input as fixtures.document(subject, object.union(beside, more))
}

test_one_that_is_lost_is_a_finding if {
	fixtures.keys(found({"ping": "connection-lost"}, {})) == {"silent"}
}

test_one_that_answers_is_fine if {
	fixtures.keys(found({}, {})) == set()
}

test_what_is_not_told_is_no_finding if {
	fixtures.keys(found({"ping": null}, {})) == set()
}
