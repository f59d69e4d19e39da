package policies.endpoints.services_are_reached_by_endpoints_test

import data.lib.fixtures
import data.policies.endpoints.services_are_reached_by_endpoints as policy

base := {}

beside := {
	"endpoints": [],
	"subnets": [
		{
			"id": "s",
			"kind": "subnet",
			"type": "t",
			"label": "s",
			"is": {"cidrs": ["10.0.0.0/24"], "freeAddresses": 250},
		},
	],
}

found(over, more) := result if {
	subject := fixtures.node("network", "aws.vpc", "it", object.union(base, over))
	result := policy.findings with input as fixtures.document(subject, object.union(beside, more))
}

test_none_is_a_finding if {
	fixtures.keys(found({}, {"endpoints": []})) == {"endpoints"}
}

test_all_are_fine if {
	more := {
		"endpoints": [
			{
				"id": "eec2",
				"kind": "endpoint",
				"type": "t",
				"label": "eec2",
				"is": {"state": "available", "service": "com.amazonaws.eu-west-1.ec2"},
			},
			{
				"id": "eecr.api",
				"kind": "endpoint",
				"type": "t",
				"label": "eecr.api",
				"is": {"state": "available", "service": "com.amazonaws.eu-west-1.ecr.api"},
			},
			{
				"id": "eecr.dkr",
				"kind": "endpoint",
				"type": "t",
				"label": "eecr.dkr",
				"is": {"state": "available", "service": "com.amazonaws.eu-west-1.ecr.dkr"},
			},
			{
				"id": "essm",
				"kind": "endpoint",
				"type": "t",
				"label": "essm",
				"is": {"state": "available", "service": "com.amazonaws.eu-west-1.ssm"},
			},
			{
				"id": "essm-contacts",
				"kind": "endpoint",
				"type": "t",
				"label": "essm-contacts",
				"is": {"state": "available", "service": "com.amazonaws.eu-west-1.ssm-contacts"},
			},
			{
				"id": "essm-incidents",
				"kind": "endpoint",
				"type": "t",
				"label": "essm-incidents",
				"is": {"state": "available", "service": "com.amazonaws.eu-west-1.ssm-incidents"},
			},
		],
	}
	fixtures.keys(found({}, more)) == set()
}

test_one_that_is_missing_is_just_outside if {
	more := {
		"endpoints": [
			{
				"id": "e",
				"kind": "endpoint",
				"type": "t",
				"label": "e",
				"is": {"state": "available", "service": "com.amazonaws.eu-west-1.ec2"},
			},
		],
	}
	fixtures.keys(found({}, more)) == {"endpoints"}
}

test_a_network_without_machines_needs_none if {
	more := {
		"endpoints": [],
		"subnets": [
			{
				"id": "s",
				"kind": "subnet",
				"type": "t",
				"label": "s",
				"is": {"cidrs": ["10.0.0.0/24"], "freeAddresses": 251},
			},
		],
	}
	fixtures.keys(found({}, more)) == set()
}
