package policies.exposure.no_admin_ports_from_public_addresses_test

import data.lib.fixtures
import data.policies.exposure.no_admin_ports_from_public_addresses as policy

found(openings, over) := result if {
	result := policy.findings with input as fixtures.ingress(fixtures.group({}), [fixtures.cause(openings, over)])
}

test_ssh_from_one_public_address_is_a_finding if {
	result := found([fixtures.tcp(22, 22)], fixtures.from_address)
	fixtures.keys(result) == {"ingress/ipv4/tcp/22"}
	fixtures.messages(result) == ["sg-1 admits SSH (tcp 22) from 203.0.113.9/32"]
}

test_every_port_holds_the_administration_ports if {
	result := found([fixtures.every_port("all")], object.union(fixtures.from_address, {"allPorts": true}))
	count(result) == 1
}

test_another_service_is_just_outside if {
	count(found([fixtures.tcp(21, 21)], fixtures.from_address)) == 0
	count(found([fixtures.tcp(443, 443)], fixtures.from_address)) == 0
}

test_larger_blocks_and_the_internet_belong_to_other_policies if {
	count(found([fixtures.tcp(22, 22)], {"breadth": "public", "peers": ["203.0.112.0/23"], "publicPrefix": 23})) == 0
	count(found([fixtures.tcp(22, 22)], {})) == 0
}

test_a_private_source_is_fine if {
	count(found([fixtures.tcp(22, 22)], {"breadth": "private", "peers": ["10.1.0.0/24"], "publicPrefix": null})) == 0
}
