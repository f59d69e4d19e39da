package policies.segmentation.no_default_networks_test

import data.lib.fixtures
import data.policies.segmentation.no_default_networks as policy

found(is) := result if {
	result := policy.findings with input as fixtures.document(fixtures.node("network", "aws.vpc", "vpc-1", is), {})
}

test_a_default_network_is_a_finding if {
	fixtures.keys(found({"isDefault": true, "cidrs": ["172.31.0.0/16"]})) == {"default"}
	fixtures.messages(found({"isDefault": true, "cidrs": []})) == ["vpc-1 is the default network of its Region"]
}

test_another_network_is_fine if {
	count(found({"isDefault": false, "cidrs": ["10.0.0.0/16"]})) == 0
}

test_the_range_alone_does_not_make_it_default if {
	count(found({"isDefault": false, "cidrs": ["172.31.0.0/16"]})) == 0
}
