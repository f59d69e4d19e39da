package policies.segmentation.subnets_do_not_assign_public_addresses_test

import data.lib.fixtures
import data.policies.segmentation.subnets_do_not_assign_public_addresses as policy

found(ipv4, ipv6) := result if {
	is := {"publicAddressOnLaunch": ipv4, "ipv6OnLaunch": ipv6}
	result := policy.findings with input as fixtures.document(fixtures.node("subnet", "aws.subnet", "subnet-1", is), {})
}

test_each_family_is_a_finding if {
	fixtures.keys(found(true, true)) == {"ipv4", "ipv6"}
	fixtures.messages(found(true, false)) == ["subnet-1 gives every new interface a public IPv4 address"]
	fixtures.keys(found(false, true)) == {"ipv6"}
}

test_a_subnet_that_assigns_none_is_fine if {
	count(found(false, false)) == 0
}

test_what_a_plan_does_not_say_is_no_finding if {
	subject := fixtures.node("subnet", "aws.subnet", "subnet-1", {"cidrs": ["10.0.0.0/24"]})
	result := policy.findings with input as fixtures.document(subject, {})
	count(result) == 0
}
