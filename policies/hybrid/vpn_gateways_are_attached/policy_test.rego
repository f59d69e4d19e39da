package policies.hybrid.vpn_gateways_are_attached_test

import data.lib.fixtures
import data.policies.hybrid.vpn_gateways_are_attached as policy

base := {"state": "available"}

beside := {}

found(over, more) := result if {
	subject := fixtures.node("gateway", "aws.vpn-gateway", "it", object.union(base, over))
	result := policy.findings with input as fixtures.document(subject, object.union(beside, more))
}

test_one_that_is_not_is_a_finding if {
	fixtures.keys(found({}, {"network": null})) == {"detached"}
}

test_one_that_is_attached_is_fine if {
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

test_one_that_is_deleted_is_just_outside if {
	fixtures.keys(found({"state": "deleted"}, {"network": null})) == set()
}
