package policies.hybrid.client_vpns_have_groups_of_their_own_test

import data.lib.fixtures
import data.policies.hybrid.client_vpns_have_groups_of_their_own as policy

base := {"state": "available"}

beside := {}

found(over, more) := result if {
	subject := fixtures.node("client-vpn", "aws.client-vpn-endpoint", "it", object.union(base, over))
	result := policy.findings with input as fixtures.document(subject, object.union(beside, more))
}

test_the_default_group_is_a_finding if {
	more := {
		"filters": [{"id": "d", "kind": "filter", "type": "t", "label": "d", "is": {"isDefault": true}}],
	}
	fixtures.keys(found({}, more)) == {"default"}
}

test_one_of_its_own_is_fine if {
	more := {
		"filters": [{"id": "d", "kind": "filter", "type": "t", "label": "d", "is": {"isDefault": false}}],
	}
	fixtures.keys(found({}, more)) == set()
}

test_one_that_is_deleted_is_just_outside if {
	more := {
		"filters": [{"id": "d", "kind": "filter", "type": "t", "label": "d", "is": {"isDefault": true}}],
	}
	fixtures.keys(found({"state": "deleted"}, more)) == set()
}
