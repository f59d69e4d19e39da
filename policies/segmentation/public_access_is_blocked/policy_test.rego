package policies.segmentation.public_access_is_blocked_test

import data.lib.fixtures
import data.policies.segmentation.public_access_is_blocked as policy

base := {"blockPublicAccess": {"mode": "block-ingress", "managedBy": null}}

beside := {
	"networks": [
		{
			"id": "v",
			"kind": "network",
			"type": "t",
			"label": "v",
			"is": {"cidrs": ["10.0.0.0/16"], "isDefault": false},
		},
	],
}

found(over, more) := result if {
	subject := fixtures.node("region", "aws.region", "it", object.union(base, over))
	result := policy.findings with input as fixtures.document(subject, object.union(beside, more))
}

test_off_is_a_finding if {
	fixtures.keys(found({"blockPublicAccess": {"mode": "off"}}, {})) == {"off"}
}

test_a_block_is_fine if {
	fixtures.keys(found({}, {})) == set()
}

test_a_region_without_networks_needs_none if {
	fixtures.keys(found({"blockPublicAccess": {"mode": "off"}}, {"networks": []})) == set()
}
