package policies.hybrid.transit_gateways_place_attachments_by_hand_test

import data.lib.fixtures
import data.policies.hybrid.transit_gateways_place_attachments_by_hand as policy

base := {
	"transit": {"acceptsByItself": false, "defaultAssociation": null, "defaultPropagation": null},
}

beside := {}

found(over, more) := result if {
	subject := fixtures.node("gateway", "aws.transit-gateway", "it", object.union(base, over))
	result := policy.findings with input as fixtures.document(subject, object.union(beside, more))
}

test_one_table_for_both_is_a_finding if {
	over := {"transit": {"defaultAssociation": "t", "defaultPropagation": "t"}}
	fixtures.keys(found(over, {})) == {"default-table"}
}

test_none_is_fine if {
	fixtures.keys(found({}, {})) == set()
}

test_two_tables_are_just_outside if {
	fixtures.keys(found({"transit": {"defaultAssociation": "t", "defaultPropagation": "u"}}, {})) == set()
}
