package policies.audit.log_groups_have_a_key_of_their_own_test

import data.lib.fixtures
import data.policies.audit.log_groups_have_a_key_of_their_own as policy

base := {"key": "k"}

beside := {}

found(over, more) := result if {
	subject := fixtures.node("log-group", "aws.log-group", "it", object.union(base, over))
	result := policy.findings with input as fixtures.document(subject, object.union(beside, more))
}

test_no_key_is_a_finding if {
	fixtures.keys(found({"key": null}, {})) == {"key"}
}

test_a_key_is_fine if {
	fixtures.keys(found({}, {})) == set()
}

test_another_is_fine if {
	fixtures.keys(found({"key": "l"}, {})) == set()
}
