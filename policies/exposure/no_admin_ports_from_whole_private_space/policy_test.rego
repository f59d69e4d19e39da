package policies.exposure.no_admin_ports_from_whole_private_space_test

import data.lib.fixtures
import data.policies.exposure.no_admin_ports_from_whole_private_space as policy

found(openings, peers) := result if {
	over := {"breadth": "private", "peers": peers, "publicPrefix": null}
	result := policy.findings with input as fixtures.ingress(fixtures.group({}), [fixtures.cause(openings, over)])
}

test_ssh_from_ten_slash_eight_is_a_finding if {
	result := found([fixtures.tcp(22, 22)], ["10.0.0.0/8"])
	fixtures.keys(result) == {"ingress/ipv4/tcp/22"}
	fixtures.messages(result) == ["sg-1 admits SSH (tcp 22) from all of 10.0.0.0/8"]
}

test_a_block_around_a_space_holds_it if {
	result := found([fixtures.tcp(3389, 3389)], ["172.0.0.0/11", "172.16.0.0/11"])
	count(result) == 1
	every message in fixtures.messages(result) {
		contains(message, "172.16.0.0/12")
	}
}

test_unique_local_addresses_count if {
	count(found([fixtures.tcp(22, 22)], ["fd00::/8"])) == 1
}

test_half_a_space_is_just_outside if {
	count(found([fixtures.tcp(22, 22)], ["10.0.0.0/9"])) == 0
	count(found([fixtures.tcp(22, 22)], ["fd12:3456:789a::/48"])) == 0
}

test_another_port_is_just_outside if {
	count(found([fixtures.tcp(443, 443)], ["10.0.0.0/8"])) == 0
}

test_the_internet_belongs_to_other_policies if {
	cause := fixtures.cause([fixtures.tcp(22, 22)], {})
	result := policy.findings with input as fixtures.ingress(fixtures.group({}), [cause])
	count(result) == 0
}
