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
	fixtures.keys(found({}, {"interfaces": []})) == {"unused"}
}

test_one_with_a_card_is_fine if {
	fixtures.keys(found({}, {"interfaces": [{"id": "e", "kind": "interface", "type": "t", "label": "e", "is": {}}]})) == set()
}

test_a_default_one_is_just_outside if {
	fixtures.keys(found({"isDefault": true}, {"interfaces": []})) == set()
}
