package policies.resilience.subnets_have_free_addresses_test

import data.lib.fixtures
import data.policies.resilience.subnets_have_free_addresses as policy

found(free, cidrs) := result if {
	subject := fixtures.node("subnet", "aws.subnet", "subnet-1", {"freeAddresses": free, "cidrs": cidrs})
	result := policy.findings with input as fixtures.document(subject, {})
}

test_a_full_subnet_is_a_finding if {
	result := found(0, ["10.0.0.0/24", "2001:db8::/64"])
	fixtures.keys(result) == {"free-addresses"}
	fixtures.messages(result) == ["subnet-1 (10.0.0.0/24) has only 0 IPv4 addresses left"]
}

test_the_limit_is_exact if {
	count(found(7, ["10.0.0.0/24"])) == 1
	count(found(8, ["10.0.0.0/24"])) == 0
	count(found(8, ["10.0.0.0/24"])) == 1 with data.params.resilience.subnets_have_free_addresses.min_free as 9
}

test_a_number_that_is_not_known_is_no_finding if {
	count(found(null, ["10.0.0.0/24"])) == 0
}

test_a_subnet_for_ipv6_only_cannot_run_out if {
	count(found(0, ["2001:db8::/64"])) == 0
}
