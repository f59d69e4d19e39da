package policies.hybrid.attached_networks_do_not_overlap_test

import data.lib.fixtures
import data.policies.hybrid.attached_networks_do_not_overlap as policy

base := {}

beside := {}

found(over, more) := result if {
	subject := fixtures.node("gateway", "aws.transit-gateway", "it", object.union(base, over))
	result := policy.findings with input as fixtures.document(subject, object.union(beside, more))
}

test_an_overlap_is_a_finding if {
	fixtures.keys(found({}, {"attachments": [{"id": "a", "kind": "attachment", "type": "t", "label": "a", "is": {}, "network": {"id": "v", "kind": "network", "type": "t", "label": "v", "is": {"cidrs": ["10.0.0.0/16"], "isDefault": false}}}, {"id": "b", "kind": "attachment", "type": "t", "label": "b", "is": {}, "network": {"id": "w", "kind": "network", "type": "t", "label": "w", "is": {"cidrs": ["10.0.8.0/24"], "isDefault": false}}}]})) == {"v+w"}
}

test_other_addresses_are_fine if {
	fixtures.keys(found({}, {"attachments": [{"id": "a", "kind": "attachment", "type": "t", "label": "a", "is": {}, "network": {"id": "v", "kind": "network", "type": "t", "label": "v", "is": {"cidrs": ["10.0.0.0/16"], "isDefault": false}}}, {"id": "b", "kind": "attachment", "type": "t", "label": "b", "is": {}, "network": {"id": "w", "kind": "network", "type": "t", "label": "w", "is": {"cidrs": ["10.1.0.0/16"], "isDefault": false}}}]})) == set()
}

test_one_network_twice_is_just_outside if {
	fixtures.keys(found({}, {"attachments": [{"id": "a", "kind": "attachment", "type": "t", "label": "a", "is": {}, "network": {"id": "v", "kind": "network", "type": "t", "label": "v", "is": {"cidrs": ["10.0.0.0/16"], "isDefault": false}}}, {"id": "b", "kind": "attachment", "type": "t", "label": "b", "is": {}, "network": {"id": "v", "kind": "network", "type": "t", "label": "v", "is": {"cidrs": ["10.0.0.0/16"], "isDefault": false}}}]})) == set()
}

test_a_vpn_has_no_network if {
	fixtures.keys(found({}, {"attachments": [{"id": "a", "kind": "attachment", "type": "t", "label": "a", "is": {}, "network": null}]})) == set()
}
