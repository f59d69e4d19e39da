package policies.hosts.interfaces_check_their_addresses_test

import data.lib.fixtures
import data.policies.hosts.interfaces_check_their_addresses as policy

document(check, managed, tags) := fixtures.document(
	object.union(
		fixtures.node("interface", "aws.network-interface", "eni-1", {"sourceDestinationCheck": check, "providerManaged": managed}),
		{"tags": tags},
	),
	{},
)

found(check, managed, tags) := result if {
	result := policy.findings with input as document(check, managed, tags)
}

test_an_interface_that_does_not_check_is_a_finding if {
	fixtures.keys(found(false, false, {})) == {"source-destination-check"}
	fixtures.messages(found(false, false, {})) == ["eni-1 takes packets for other addresses"]
}

test_one_that_checks_is_fine if {
	count(found(true, false, {})) == 0
}

test_a_router_can_say_so if {
	count(found(false, false, {"causeway/forwards": ""})) == 0
	count(found(false, false, {"forwards": ""})) == 1
}

test_a_nat_gateway_is_the_business_of_the_provider if {
	count(found(false, true, {})) == 0
	not policy.applicable with input as document(false, true, {})
	policy.applicable with input as document(true, false, {})
}
