package policies.exposure.only_authorized_ports_from_internet_test

import data.lib.fixtures
import data.policies.exposure.only_authorized_ports_from_internet as policy

found(openings) := result if {
	result := policy.findings with input as fixtures.ingress(fixtures.group({}), [fixtures.cause(openings, {})])
}

test_a_port_on_no_list_is_a_finding if {
	result := found([fixtures.tcp(8080, 8080)])
	fixtures.keys(result) == {"ingress/ipv4/tcp/8080"}
	fixtures.messages(result) == ["sg-1 admits tcp 8080 from anywhere on the internet (IPv4), which is not on the list of authorized ports"]
}

test_the_web_is_authorized if {
	count(found([fixtures.tcp(80, 80), fixtures.tcp(443, 443)])) == 0
}

test_the_ports_beside_the_web_are_just_outside if {
	fixtures.keys(found([fixtures.tcp(79, 81)])) == {"ingress/ipv4/tcp/81"} with data.params.exposure.no_plaintext_services_from_internet.services as []
		with data.params.exposure.only_authorized_ports_from_internet.tcp as [79, 80]
	fixtures.keys(found([fixtures.tcp(442, 444)])) == {"ingress/ipv4/tcp/442,444"}
	fixtures.keys(found([fixtures.tcp(80, 81)])) == {"ingress/ipv4/tcp/81"}
}

test_udp_is_not_tcp if {
	fixtures.keys(found([fixtures.udp(443, 443)])) == {"ingress/ipv4/udp/443"}
}

test_other_protocols_count if {
	result := found([fixtures.every_port("47")])
	fixtures.keys(result) == {"ingress/ipv4/47/0-65535"}
	every message in fixtures.messages(result) {
		contains(message, "IP protocol 47")
	}
	count(found([fixtures.every_port("50")])) == 0 with data.params.exposure.only_authorized_ports_from_internet.protocols as ["50"]
}

test_what_another_policy_names_is_left_to_it if {
	count(found([fixtures.tcp(22, 22)])) == 0
	count(found([fixtures.tcp(1024, 65535)])) == 0
	count(found([fixtures.every_port("icmp")])) == 0
}

test_an_authorized_port_is_authorized_for_every_policy if {
	count(found([fixtures.tcp(22, 22)])) == 0 with data.params.exposure.only_authorized_ports_from_internet.tcp as [22]
}
