package policies.exposure.no_large_public_ranges_test

import data.lib.fixtures
import data.policies.exposure.no_large_public_ranges as policy

found(openings, over) := result if {
	result := policy.findings with input as fixtures.ingress(fixtures.group({}), [fixtures.cause(openings, over)])
}

block(peer, prefix) := {"breadth": "public", "peers": [peer], "publicPrefix": prefix}

test_a_provider_block_is_a_finding if {
	result := found([fixtures.tcp(22, 22)], block("3.0.0.0/8", 8))
	fixtures.keys(result) == {"ingress/ipv4/tcp/22"}
	fixtures.messages(result) == ["sg-1 admits tcp 22 from 3.0.0.0/8, a public block as large as a /8"]
}

test_the_limits_are_exact_in_both_families if {
	count(found([fixtures.tcp(22, 22)], block("203.0.112.0/23", 23))) == 1
	count(found([fixtures.tcp(22, 22)], block("203.0.113.0/24", 24))) == 0
	v6 := {"family": "ipv6"}
	count(found([fixtures.tcp(22, 22)], object.union(v6, block("2001:db8::/47", 47)))) == 1
	count(found([fixtures.tcp(22, 22)], object.union(v6, block("2001:db8::/48", 48)))) == 0
}

test_authorized_ports_may_be_open_to_anyone if {
	count(found([fixtures.tcp(443, 443)], block("3.0.0.0/8", 8))) == 0
}

test_the_internet_belongs_to_other_policies if {
	count(found([fixtures.tcp(22, 22)], {})) == 0
}

test_private_ranges_have_no_public_block if {
	count(found([fixtures.tcp(22, 22)], {"breadth": "private", "peers": ["10.0.0.0/8"], "publicPrefix": null})) == 0
}
