package policies.hybrid.attached_networks_do_not_overlap_test

import data.lib.fixtures
import data.policies.hybrid.attached_networks_do_not_overlap as policy

base := {}

beside := {"attachments": [], "vpn_connections": []}

found(over, more) := result if {
	subject := fixtures.node("gateway", "aws.transit-gateway", "it", object.union(base, over))
	result := policy.findings with input as fixtures.document(subject, object.union(beside, more))
}

test_an_overlap_is_a_finding_of_the_narrower if {
	fixtures.keys(found({}, {"attachments": [{"id": "a0", "kind": "attachment", "type": "t", "label": "a0", "is": {}, "network": {"id": "v", "kind": "network", "type": "t", "label": "v", "is": {"cidrs": ["10.0.0.0/16"], "isDefault": false}}}, {"id": "a1", "kind": "attachment", "type": "t", "label": "a1", "is": {}, "network": {"id": "w", "kind": "network", "type": "t", "label": "w", "is": {"cidrs": ["10.0.8.0/24"], "isDefault": false}}}]})) == {"w"}
}

test_other_addresses_are_fine if {
	fixtures.keys(found({}, {"attachments": [{"id": "a0", "kind": "attachment", "type": "t", "label": "a0", "is": {}, "network": {"id": "v", "kind": "network", "type": "t", "label": "v", "is": {"cidrs": ["10.0.0.0/16"], "isDefault": false}}}, {"id": "a1", "kind": "attachment", "type": "t", "label": "a1", "is": {}, "network": {"id": "w", "kind": "network", "type": "t", "label": "w", "is": {"cidrs": ["10.1.0.0/16"], "isDefault": false}}}]})) == set()
}

test_one_network_twice_is_just_outside if {
	fixtures.keys(found({}, {"attachments": [{"id": "a0", "kind": "attachment", "type": "t", "label": "a0", "is": {}, "network": {"id": "v", "kind": "network", "type": "t", "label": "v", "is": {"cidrs": ["10.0.0.0/16"], "isDefault": false}}}, {"id": "a1", "kind": "attachment", "type": "t", "label": "a1", "is": {}, "network": {"id": "v", "kind": "network", "type": "t", "label": "v", "is": {"cidrs": ["10.0.0.0/16"], "isDefault": false}}}]})) == set()
}

test_two_that_are_alike_both_tell if {
	fixtures.keys(found({}, {"attachments": [{"id": "a0", "kind": "attachment", "type": "t", "label": "a0", "is": {}, "network": {"id": "v", "kind": "network", "type": "t", "label": "v", "is": {"cidrs": ["10.0.0.0/16"], "isDefault": false}}}, {"id": "a1", "kind": "attachment", "type": "t", "label": "a1", "is": {}, "network": {"id": "w", "kind": "network", "type": "t", "label": "w", "is": {"cidrs": ["10.0.0.0/16"], "isDefault": false}}}]})) == {"v", "w"}
}

test_a_vpn_has_no_network if {
	fixtures.keys(found({}, {"attachments": [{"id": "a0", "kind": "attachment", "type": "t", "label": "a0", "is": {}, "network": null}]})) == set()
}

test_routes_to_a_data_centre_count if {
	fixtures.keys(found({}, {"attachments": [{"id": "a0", "kind": "attachment", "type": "t", "label": "a0", "is": {}, "network": {"id": "v", "kind": "network", "type": "t", "label": "v", "is": {"cidrs": ["10.0.0.0/16"], "isDefault": false}}}], "vpn_connections": [{"id": "x", "kind": "vpn-connection", "type": "t", "label": "x", "is": {"state": "available", "routes": [{"cidr": "10.0.128.0/20", "state": "available"}]}}]})) == {"x"}
}

test_a_default_route_does_not if {
	fixtures.keys(found({}, {"attachments": [{"id": "a0", "kind": "attachment", "type": "t", "label": "a0", "is": {}, "network": {"id": "v", "kind": "network", "type": "t", "label": "v", "is": {"cidrs": ["10.0.0.0/16"], "isDefault": false}}}], "vpn_connections": [{"id": "x", "kind": "vpn-connection", "type": "t", "label": "x", "is": {"state": "available", "routes": [{"cidr": "0.0.0.0/0", "state": "available"}]}}]})) == set()
}

test_a_neighbour_is_just_outside if {
	fixtures.keys(found({}, {"attachments": [{"id": "a0", "kind": "attachment", "type": "t", "label": "a0", "is": {}, "network": {"id": "v", "kind": "network", "type": "t", "label": "v", "is": {"cidrs": ["10.0.0.0/17"], "isDefault": false}}}, {"id": "a1", "kind": "attachment", "type": "t", "label": "a1", "is": {}, "network": {"id": "w", "kind": "network", "type": "t", "label": "w", "is": {"cidrs": ["10.0.128.0/17"], "isDefault": false}}}]})) == set()
}

test_ipv6_counts if {
	fixtures.keys(found({}, {"attachments": [{"id": "a0", "kind": "attachment", "type": "t", "label": "a0", "is": {}, "network": {"id": "v", "kind": "network", "type": "t", "label": "v", "is": {"cidrs": ["2001:db8::/56"], "isDefault": false}}}, {"id": "a1", "kind": "attachment", "type": "t", "label": "a1", "is": {}, "network": {"id": "w", "kind": "network", "type": "t", "label": "w", "is": {"cidrs": ["2001:db8::/56"], "isDefault": false}}}]})) == {"v", "w"}
}
