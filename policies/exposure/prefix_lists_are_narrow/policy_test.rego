package policies.exposure.prefix_lists_are_narrow_test

import data.lib.fixtures
import data.policies.exposure.prefix_lists_are_narrow as policy

base := {"providerManaged": false}

beside := {}

found(over, more) := result if {
	subject := fixtures.node("prefix-list", "test.prefix-list", "it", object.union(base, over))
	result := policy.findings with input as fixtures.document(subject, object.union(beside, more))
}

test_everything_is_a_finding if {
	more := {
		"prefix_sets": [
			{
				"id": "s",
				"kind": "prefix-set",
				"type": "t",
				"label": "s",
				"is": {"entries": [{"cidr": "0.0.0.0/0", "description": null}]},
			},
		],
	}
	fixtures.keys(found({}, more)) == {"0.0.0.0/0"}
}

test_an_office_is_fine if {
	more := {
		"prefix_sets": [
			{
				"id": "s",
				"kind": "prefix-set",
				"type": "t",
				"label": "s",
				"is": {"entries": [{"cidr": "203.0.113.0/24", "description": null}]},
			},
		],
	}
	fixtures.keys(found({}, more)) == set()
}

test_a_private_space_is_just_outside if {
	more := {
		"prefix_sets": [
			{
				"id": "s",
				"kind": "prefix-set",
				"type": "t",
				"label": "s",
				"is": {"entries": [{"cidr": "10.0.0.0/8", "description": null}]},
			},
		],
	}
	fixtures.keys(found({}, more)) == set()
}

test_the_providers_own_are_its_business if {
	more := {
		"prefix_sets": [
			{
				"id": "s",
				"kind": "prefix-set",
				"type": "t",
				"label": "s",
				"is": {"entries": [{"cidr": "3.0.0.0/9", "description": null}]},
			},
		],
	}
	fixtures.keys(found({"providerManaged": true}, more)) == set()
}
