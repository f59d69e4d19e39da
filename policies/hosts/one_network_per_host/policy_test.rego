package policies.hosts.one_network_per_host_test

import data.lib.fixtures
import data.policies.hosts.one_network_per_host as policy

found(subnets) := result if {
	subject := fixtures.node("host", "aws.instance", "i-1", {})
	result := policy.findings with input as fixtures.document(subject, {"interfaces": [interface |
		some i, subnet in subnets
		interface := object.union(
			fixtures.node("interface", "aws.network-interface", sprintf("eni-%d", [i]), {}),
			{"subnet": fixtures.node("subnet", "aws.subnet", subnet, {})},
		)
	]})
}

test_two_subnets_are_a_finding if {
	fixtures.keys(found(["subnet-a", "subnet-b"])) == {"subnets"}
	fixtures.messages(found(["subnet-a", "subnet-b"])) == ["i-1 has interfaces in subnet-a and subnet-b"]
}

test_two_interfaces_in_one_subnet_are_just_outside if {
	count(found(["subnet-a", "subnet-a"])) == 0
}

test_one_interface_is_fine if {
	count(found(["subnet-a"])) == 0
	count(found([])) == 0
}
