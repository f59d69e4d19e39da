package policies.segmentation.stores_have_groups_of_their_own_test

import data.lib.fixtures
import data.policies.segmentation.stores_have_groups_of_their_own as policy

base := {}

beside := {}

found(over, more) := result if {
	subject := fixtures.node("data-store", "test.data-store", "it", object.union(base, over))
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

test_a_store_without_groups_is_another_question if {
	fixtures.keys(found({}, {"filters": []})) == set()
}
