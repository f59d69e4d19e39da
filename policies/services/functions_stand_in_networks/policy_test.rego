package policies.services.functions_stand_in_networks_test

import data.lib.fixtures
import data.policies.services.functions_stand_in_networks as policy

base := {}

beside := {}

found(over, more) := result if {
	subject := fixtures.node("function", "aws.lambda-function", "it", object.union(base, over))
	result := policy.findings with input as fixtures.document(subject, object.union(beside, more))
}

test_none_is_a_finding_where_it_is_asked_for if {
	fixtures.keys(found({}, {"network": null})) == {"network"}
		with data.params.services.functions_stand_in_networks.all as true
}

test_one_is_fine if {
	more := {
		"network": {
			"id": "v",
			"kind": "network",
			"type": "t",
			"label": "v",
			"is": {"cidrs": ["10.0.0.0/16"], "isDefault": false},
		},
	}
	fixtures.keys(found({}, more)) == set()
		with data.params.services.functions_stand_in_networks.all as true
}

test_where_nobody_asks_is_just_outside if {
	fixtures.keys(found({}, {"network": null})) == set()
}

test_a_tag_asks_for_it if {
	subject := object.union(fixtures.node("function", "aws.lambda-function", "it", {}), {"tags": {"network": "private"}})
	fixtures.keys(policy.findings) == {"network"} with input as fixtures.document(subject, {"network": null})
}
