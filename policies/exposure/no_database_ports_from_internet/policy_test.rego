package policies.exposure.no_database_ports_from_internet_test

import data.lib.fixtures
import data.policies.exposure.no_database_ports_from_internet as policy

found(subject, causes) := result if {
	result := policy.findings with input as fixtures.ingress(subject, causes)
}

test_a_group_and_a_chain_are_judged_alike if {
	every filter in [fixtures.group({}), fixtures.chain] {
		result := found(filter, [fixtures.cause([fixtures.tcp(5432, 5432)], {})])
		fixtures.keys(result) == {"ingress/ipv4/tcp/5432"}
		every message in fixtures.messages(result) {
			contains(message, "PostgreSQL (tcp 5432)")
			contains(message, "anywhere on the internet (IPv4)")
		}
	}
}

test_half_of_the_internet_over_ipv6_counts if {
	cause := fixtures.cause([fixtures.udp(11211, 11211)], {"family": "ipv6", "peers": ["8000::/1"], "publicPrefix": 1})
	result := found(fixtures.group({}), [cause])
	fixtures.keys(result) == {"ingress/ipv6/udp/11211"}
	every message in fixtures.messages(result) {
		contains(message, "large parts of the internet (8000::/1)")
	}
}

test_the_ports_beside_it_are_just_outside if {
	every opening in [fixtures.tcp(5431, 5431), fixtures.tcp(5433, 5433), fixtures.udp(5432, 5432)] {
		count(found(fixtures.group({}), [fixtures.cause([opening], {})])) == 0
	}
}

test_the_same_port_from_one_address_or_a_private_range_is_not_the_internet if {
	every over in [fixtures.from_address, {"breadth": "private", "peers": ["10.0.0.0/8"], "publicPrefix": null}] {
		count(found(fixtures.group({}), [fixtures.cause([fixtures.tcp(5432, 5432)], over)])) == 0
	}
}

test_a_filter_without_openings_passes if {
	policy.applicable with input as fixtures.ingress(fixtures.group({}), [])
	count(found(fixtures.group({}), [])) == 0
}

test_every_port_is_left_to_its_own_policy_and_is_no_pass if {
	count(found(fixtures.group({}), [fixtures.everything])) == 0
	not policy.applicable with input as fixtures.ingress(fixtures.group({}), [fixtures.everything])
}

test_a_store_behind_an_administration_range_is_reported_there_and_is_no_pass if {
	document := fixtures.ingress(fixtures.group({}), [fixtures.cause([fixtures.tcp(3300, 3390)], {})])
	count(policy.findings) == 0 with input as document
	not policy.applicable with input as document
}

test_a_store_of_its_own_is_judged_beside_an_administration_range if {
	document := fixtures.ingress(fixtures.group({}), [
		fixtures.cause([fixtures.tcp(3300, 3390)], {}),
		fixtures.cause([fixtures.tcp(6379, 6379)], {"rules": [fixtures.rule("r2")]}),
	])
	result := policy.findings with input as document
	fixtures.keys(result) == {"ingress/ipv4/tcp/6379"}
	policy.applicable with input as document
}
