package policies.exposure.only_useful_icmp_from_internet_test

import data.lib.fixtures
import data.policies.exposure.only_useful_icmp_from_internet as policy

found(openings, over) := result if {
	result := policy.findings with input as fixtures.ingress(fixtures.group({}), [fixtures.cause(openings, over)])
}

test_every_type_is_a_finding_in_both_families if {
	fixtures.keys(found([fixtures.every_port("icmp")], {})) == {"ingress/ipv4/icmp/0-65535"}
	fixtures.keys(found([fixtures.every_port("icmpv6")], fixtures.ipv6)) == {"ingress/ipv6/icmpv6/0-65535"}
	fixtures.messages(found([fixtures.every_port("icmp")], {})) == ["sg-1 admits every icmp type from anywhere on the internet (IPv4)"]
}

type(protocol, number) := {"protocol": protocol, "from": number, "to": number}

test_ping_and_errors_are_just_outside if {
	count(found([type("icmp", 8), type("icmp", 3)], {})) == 0
	count(found([{"protocol": "icmpv6", "from": 1, "to": 4}], fixtures.ipv6)) == 0
}

test_a_redirect_is_a_finding if {
	result := found([type("icmp", 5), type("icmp", 8)], {})
	fixtures.keys(result) == {"ingress/ipv4/icmp/5"}
	fixtures.messages(result) == ["sg-1 admits icmp type 5 from anywhere on the internet (IPv4)"]
	fixtures.keys(found([{"protocol": "icmpv6", "from": 4, "to": 5}], fixtures.ipv6)) == {"ingress/ipv6/icmpv6/4-5"}
}

test_every_type_but_one_does_not_fall_between if {
	openings := [{"protocol": "icmp", "from": 0, "to": 7}, {"protocol": "icmp", "from": 9, "to": 65535}]
	fixtures.keys(found(openings, {})) == {"ingress/ipv4/icmp/0-7,9-65535"}
}

test_the_types_are_a_parameter if {
	count(found([type("icmp", 8)], {})) == 1 with data.params.exposure.only_useful_icmp_from_internet.icmp as [0]
}

test_one_network_may_send_it if {
	count(found([fixtures.every_port("icmp")], fixtures.from_address)) == 0
}

test_an_open_service_of_the_same_cause_comes_first if {
	count(found([fixtures.every_port("icmp"), fixtures.tcp(22, 22)], {})) == 0
}
