package policies.exposure.no_management_plane_from_internet_test

import data.lib.fixtures
import data.policies.exposure.no_management_plane_from_internet as policy

found(subject, causes) := result if {
	result := policy.findings with input as fixtures.ingress(subject, causes)
}

test_a_group_and_a_chain_are_judged_alike if {
	every filter in [fixtures.group({}), fixtures.chain] {
		result := found(filter, [fixtures.cause([fixtures.tcp(2375, 2380)], {})])
		fixtures.keys(result) == {"ingress/ipv4/tcp/2375-2376,2377,2379-2380"}
		every message in fixtures.messages(result) {
			contains(message, "Docker (tcp 2375-2376)")
			contains(message, "anywhere on the internet (IPv4)")
		}
	}
}

test_half_of_the_internet_over_ipv6_counts if {
	cause := fixtures.cause([fixtures.udp(161, 161)], {"family": "ipv6", "peers": ["8000::/1"], "publicPrefix": 1})
	result := found(fixtures.group({}), [cause])
	fixtures.keys(result) == {"ingress/ipv6/udp/161"}
	every message in fixtures.messages(result) {
		contains(message, "large parts of the internet (8000::/1)")
	}
}

test_the_ports_beside_it_are_just_outside if {
	every opening in [fixtures.tcp(2374, 2374), fixtures.tcp(2378, 2378), fixtures.tcp(2381, 2381), fixtures.tcp(161, 161)] {
		count(found(fixtures.group({}), [fixtures.cause([opening], {})])) == 0
	}
}

test_the_same_port_from_one_address_or_a_private_range_is_not_the_internet if {
	every over in [fixtures.from_address, {"breadth": "private", "peers": ["10.0.0.0/8"], "publicPrefix": null}] {
		count(found(fixtures.group({}), [fixtures.cause([fixtures.tcp(2375, 2380)], over)])) == 0
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
