package policies.transfers.movers_are_not_public_test

import data.lib.fixtures
import data.policies.transfers.movers_are_not_public as policy

base := {"transferType": "mover", "isPublic": false}

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

test_a_server_for_files_is_another_question if {
	fixtures.keys(found({"transferType": "file-server", "isPublic": true}, {})) == set()
}
