package policies.hygiene.networks_are_used_test

import data.lib.fixtures
import data.policies.hygiene.networks_are_used as policy

base := {"isDefault": false}

beside := {}

found(over, more) := result if {
	subject := fixtures.node("network", "aws.vpc", "it", object.union(base, over))
	result := policy.findings with input as fixtures.document(subject, object.union(beside, more))
}

test_an_empty_one_is_a_finding if {
	more := {
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
	fixtures.keys(found({}, more)) == {"unused"}
}

test_one_with_a_card_is_fine if {
	more := {
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
	fixtures.keys(found({}, more)) == set()
}

test_one_without_subnets_is_a_finding if {
	fixtures.keys(found({}, {"subnets": []})) == {"unused"}
}

test_what_is_not_told_may_be_used if {
	more := {
		"subnets": [
			{
				"id": "s",
				"kind": "subnet",
				"type": "t",
				"label": "s",
				"is": {"cidrs": ["10.0.0.0/24"], "freeAddresses": null},
			},
		],
	}
	fixtures.keys(found({}, more)) == set()
}

test_so_may_a_subnet_of_ipv6_alone if {
	more := {
		"subnets": [
			{
				"id": "s",
				"kind": "subnet",
				"type": "t",
				"label": "s",
				"is": {"cidrs": ["2001:db8::/64"], "freeAddresses": 0},
			},
		],
	}
	fixtures.keys(found({}, more)) == set()
}

test_a_default_one_is_just_outside if {
	fixtures.keys(found({"isDefault": true}, {"subnets": []})) == set()
}
