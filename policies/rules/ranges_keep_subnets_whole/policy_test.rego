package policies.rules.ranges_keep_subnets_whole_test

import data.lib.fixtures
import data.policies.rules.ranges_keep_subnets_whole as policy

base := {}

beside := {"network": {"id": "n", "kind": "network", "type": "t", "label": "n", "is": {}, "subnets": [{"id": "s", "kind": "subnet", "type": "t", "label": "s", "is": {"cidrs": ["10.0.0.0/24"]}}]}}

found(over, more) := result if {
	subject := fixtures.node("filter", "aws.security-group", "it", object.union(base, over))
	result := policy.findings with input as fixtures.document(subject, object.union(beside, more))
}

test_half_a_subnet_is_a_finding if {
	fixtures.keys(found({}, {"rules": [{"id": "r", "kind": "rule", "type": "t", "label": "r", "is": {"peers": [{"cidr": "10.0.0.0/25"}]}}]})) == {"r/10.0.0.0/25"}
}

test_the_whole_is_fine if {
	fixtures.keys(found({}, {"rules": [{"id": "r", "kind": "rule", "type": "t", "label": "r", "is": {"peers": [{"cidr": "10.0.0.0/24"}]}}]})) == set()
}

test_more_than_it_is_fine if {
	fixtures.keys(found({}, {"rules": [{"id": "r", "kind": "rule", "type": "t", "label": "r", "is": {"peers": [{"cidr": "10.0.0.0/16"}]}}]})) == set()
}

test_one_machine_is_just_outside if {
	fixtures.keys(found({}, {"rules": [{"id": "r", "kind": "rule", "type": "t", "label": "r", "is": {"peers": [{"cidr": "10.0.0.7/32"}]}}]})) == set()
}
