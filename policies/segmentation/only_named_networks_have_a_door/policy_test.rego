package policies.segmentation.only_named_networks_have_a_door_test

import data.lib.fixtures
import data.policies.segmentation.only_named_networks_have_a_door as policy

base := {}

beside := {
	"gateways": [{"id": "g", "kind": "gateway", "type": "t", "label": "g", "is": {"gatewayType": "internet"}}],
}

found(over, more) := result if {
	subject := fixtures.node("network", "aws.vpc", "it", object.union(base, over))
	result := policy.findings with input as fixtures.document(subject, object.union(beside, more))
}

test_one_that_is_not_named_is_a_finding if {
	fixtures.keys(found({}, {})) == {"door"}
		with data.params.segmentation.only_named_networks_have_a_door.may_have as ["vpc-9"]
}

test_one_that_is_named_is_fine if {
	fixtures.keys(found({}, {})) == set()
		with data.params.segmentation.only_named_networks_have_a_door.may_have as ["it"]
}

test_without_a_list_nothing_is_judged if {
	fixtures.keys(found({}, {})) == set()
}
