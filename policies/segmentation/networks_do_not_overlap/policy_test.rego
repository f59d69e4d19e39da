package policies.segmentation.networks_do_not_overlap_test

import data.lib.fixtures
import data.policies.segmentation.networks_do_not_overlap as policy

network(id, cidrs) := fixtures.node("network", "aws.vpc", id, {"cidrs": cidrs, "isDefault": false})

found(networks) := result if {
	account := fixtures.node("account", "aws.account", "111122223333", {})
	result := policy.findings with input as fixtures.document(account, {"networks": networks})
}

test_a_range_inside_another_is_one_finding if {
	result := found([network("vpc-a", ["10.0.0.0/16"]), network("vpc-b", ["10.0.128.0/20", "10.9.0.0/16"])])
	fixtures.keys(result) == {"vpc-a+vpc-b"}
	fixtures.messages(result) == ["vpc-a and vpc-b overlap: 10.0.0.0/16 and 10.0.128.0/20"]
}

test_three_with_one_range_are_three_pairs if {
	count(found([network(id, ["10.0.0.0/16"]) | some id in ["a", "b", "c"]])) == 3
}

test_neighbours_are_just_outside if {
	count(found([network("vpc-a", ["10.0.0.0/16"]), network("vpc-b", ["10.1.0.0/16"])])) == 0
}

test_ipv6_is_compared_with_ipv6 if {
	count(found([network("vpc-a", ["2001:db8::/56"]), network("vpc-b", ["2001:db8:0:80::/57"])])) == 1
	count(found([network("vpc-a", ["::/0"]), network("vpc-b", ["10.0.0.0/8"])])) == 0
}

test_default_networks_are_left_out if {
	default_one := fixtures.node("network", "aws.vpc", "vpc-d", {"cidrs": ["172.31.0.0/16"], "isDefault": true})
	count(found([default_one, object.union(default_one, {"id": "vpc-e"})])) == 0
}
