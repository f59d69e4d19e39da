package policies.transfers.file_servers_are_expected_test

import data.lib.fixtures
import data.policies.transfers.file_servers_are_expected as policy

base := {"transferType": "file-server", "isPublic": false}

beside := {}

found(over, more) := result if {
	subject := fixtures.node("transfer", "test.transfer", "it", object.union(base, over))
	result := policy.findings with input as fixtures.document(subject, object.union(beside, more))
}

test_a_public_one_is_a_finding if {
	fixtures.keys(found({"isPublic": true}, {})) == {"public"}
}

test_a_private_one_is_fine if {
	fixtures.keys(found({}, {})) == set()
}

test_one_that_is_named_is_just_outside if {
	fixtures.keys(found({"isPublic": true}, {})) == set()
		with data.params.transfers.file_servers_are_expected.expected as ["it"]
}
