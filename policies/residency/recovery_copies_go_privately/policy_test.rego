package policies.residency.recovery_copies_go_privately_test

import data.lib.fixtures
import data.policies.residency.recovery_copies_go_privately as policy

subject(over) := fixtures.node("transfer", "aws.source-server", "server-1", object.union({}, over))

keys(over, related) := fixtures.keys(found) if {
	found := policy.findings with input as fixtures.document(subject(over), related)
}

test_a_public_path_is_a_finding if {
	keys({"privatePath": false}, {}) == {"path"}
}

test_a_public_address_is_a_finding if {
	keys({"isPublic": true}, {}) == {"address"}
}

test_a_private_path_is_fine if {
	keys({"privatePath": true, "isPublic": false}, {}) == set()
}

test_what_is_not_told_is_just_outside if {
	keys({}, {}) == set()
}
