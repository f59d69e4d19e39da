package policies.exposure.no_admin_ports_from_internet_test

import data.lib.fixtures
import data.policies.exposure.no_admin_ports_from_internet as policy

found(subject, causes) := result if {
	result := policy.findings with input as fixtures.ingress(subject, causes)
}

test_a_group_and_a_chain_are_judged_alike if {
	every filter in [fixtures.group({}), fixtures.chain] {
		result := found(filter, [fixtures.cause([fixtures.tcp(20, 25), fixtures.tcp(3389, 3389)], {})])
		fixtures.keys(result) == {"ingress/ipv4/tcp/22,23,3389"}
		every message in fixtures.messages(result) {
			contains(message, "SSH (tcp 22), Telnet (tcp 23) and RDP (tcp 3389)")
			contains(message, "anywhere on the internet (IPv4)")
		}
	}
}

test_half_of_the_internet_over_ipv6_counts if {
	cause := fixtures.cause([fixtures.udp(3389, 3389)], {"family": "ipv6", "peers": ["8000::/1"], "publicPrefix": 1})
	result := found(fixtures.group({}), [cause])
	fixtures.keys(result) == {"ingress/ipv6/udp/3389"}
	every message in fixtures.messages(result) {
		contains(message, "large parts of the internet (8000::/1)")
	}
}

test_the_ports_beside_it_are_just_outside if {
	every opening in [fixtures.tcp(21, 21), fixtures.tcp(24, 24), fixtures.tcp(3388, 3388), fixtures.tcp(3390, 3390), fixtures.udp(23, 23)] {
		count(found(fixtures.group({}), [fixtures.cause([opening], {})])) == 0
	}
}

test_the_same_port_from_one_address_or_a_private_range_is_not_the_internet if {
	every over in [fixtures.from_address, {"breadth": "private", "peers": ["10.0.0.0/8"], "publicPrefix": null}] {
		count(found(fixtures.group({}), [fixtures.cause([fixtures.tcp(20, 25), fixtures.tcp(3389, 3389)], over)])) == 0
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

test_one_finding_a_cause_names_what_else_it_reaches if {
	result := found(fixtures.group({}), [fixtures.cause([fixtures.tcp(3300, 3390)], {})])
	fixtures.keys(result) == {"ingress/ipv4/tcp/3389"}
	every message in fixtures.messages(result) {
		contains(message, "the same opening reaches MySQL")
	}
}

test_two_rules_on_parts_of_one_service_have_keys_of_their_own if {
	causes := [
		fixtures.cause([fixtures.tcp(5900, 5900)], {}),
		fixtures.cause([fixtures.tcp(5901, 5901)], {"rules": [fixtures.rule("r2")]}),
	]
	fixtures.keys(found(fixtures.group({}), causes)) == {"ingress/ipv4/tcp/5900", "ingress/ipv4/tcp/5901"}
}

test_the_list_is_a_parameter if {
	services := [{"name": "Bastion", "protocol": "tcp", "from": 2222, "to": 2222}]
	document := fixtures.ingress(fixtures.group({}), [fixtures.cause([fixtures.tcp(2222, 2222)], {})])
	result := policy.findings with input as document
		with data.params.exposure.no_admin_ports_from_internet.services as services
	fixtures.messages(result) == ["sg-1 admits Bastion (tcp 2222) from anywhere on the internet (IPv4)"]
}

test_severity_follows_what_the_internet_reaches if {
	document := fixtures.ingress(fixtures.group({}), [fixtures.cause([fixtures.tcp(22, 22)], {})])
	ways := [{"family": "ipv4", "protocol": "tcp", "from": 22, "to": 22, "at": fixtures.rule("eni-1"), "trace": [fixtures.rule("eni-1")]}]
	none := policy.findings with input as object.union(document, {"effect": {"certain": true, "paths": [], "uncertain": []}})
	{finding.severity | some finding in none} == {"low"}
	reached := policy.findings with input as object.union(document, {"effect": {"certain": true, "paths": ways, "uncertain": []}})
	{finding.severity | some finding in reached} == set()
	fixtures.keys(none) == fixtures.keys(reached)
}
