package policies.services.stores_stand_in_networks_test

import data.lib.fixtures
import data.policies.services.stores_stand_in_networks as policy

base := {}

beside := {}

found(over, more) := result if {
	subject := fixtures.node("data-store", "aws.db-instance", "it", object.union(base, over))
	result := policy.findings with input as fixtures.document(subject, object.union(beside, more))
}

test_none_is_a_finding if {
	fixtures.keys(found({}, {"network": null})) == {"network"}
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
}

test_a_default_network_counts if {
	more := {
		"network": {"id": "d", "kind": "network", "type": "t", "label": "d", "is": {"isDefault": true}},
	}
	fixtures.keys(found({}, more)) == set()
}
