package policies.segmentation.default_network_is_not_used_test

import data.lib.fixtures
import data.policies.segmentation.default_network_is_not_used as policy

document(is, interfaces) := fixtures.document(fixtures.node("network", "aws.vpc", "vpc-1", is), {"interfaces": interfaces})

found(is, interfaces) := result if {
	result := policy.findings with input as document(is, interfaces)
}

interface := fixtures.node("interface", "aws.network-interface", "eni-1", {})

test_an_interface_in_a_default_network_is_a_finding if {
	result := found({"isDefault": true}, [interface])
	fixtures.keys(result) == {"in-use"}
	fixtures.messages(result) == ["vpc-1 is a default network and holds 1 interface: eni-1"]
}

test_an_empty_default_network_is_fine if {
	count(found({"isDefault": true}, [])) == 0
}

test_another_network_is_just_outside if {
	count(found({"isDefault": false}, [interface])) == 0
	not policy.applicable with input as document({"isDefault": false}, [interface])
	policy.applicable with input as document({"isDefault": true}, [])
}
