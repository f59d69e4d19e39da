package policies.exposure.no_all_ports_from_internet_test

import data.lib.fixtures
import data.policies.exposure.no_all_ports_from_internet as policy

test_every_protocol_from_anywhere_is_one_finding if {
	found := policy.findings with input as fixtures.ingress(fixtures.group({}), [fixtures.everything])
	fixtures.keys(found) == {"ingress/ipv4/all/0-65535"}
	some finding in found
	startswith(finding.message, "sg-1 admits every protocol and port from anywhere on the internet (IPv4), among them SSH, RDP, PostgreSQL, MySQL, Docker, Kubernetes API, SMB, NFS and ")
	finding.evidence == ["r1"]
	finding.cause == "r1"
}

test_every_tcp_port_over_ipv6_counts_the_same if {
	cause := fixtures.cause([fixtures.every_port("tcp")], object.union(fixtures.ipv6, {"allPorts": true}))
	found := policy.findings with input as fixtures.ingress(fixtures.group({}), [cause])
	fixtures.keys(found) == {"ingress/ipv6/tcp/0-65535"}
}

test_tcp_and_udp_by_two_rules_are_two_findings if {
	causes := [
		fixtures.cause([fixtures.every_port("tcp")], {"allPorts": true}),
		fixtures.cause([fixtures.every_port("udp")], {"allPorts": true, "rules": [fixtures.rule("r2")]}),
	]
	found := policy.findings with input as fixtures.ingress(fixtures.group({}), causes)
	fixtures.keys(found) == {"ingress/ipv4/tcp/0-65535", "ingress/ipv4/udp/0-65535"}
}

test_a_rule_for_every_port_that_a_refusal_cuts_is_nearly_every_port if {
	openings := [fixtures.tcp(0, 24), fixtures.tcp(26, 65535)]
	found := policy.findings with input as fixtures.ingress(fixtures.chain, [fixtures.cause(openings, {"allPorts": true})])
	fixtures.keys(found) == {"ingress/ipv4/tcp/0-65535"}
	every message in fixtures.messages(found) {
		contains(message, "admits nearly every port (tcp 0-24 and tcp 26-65535) from")
	}
}

test_a_rule_for_every_port_of_which_refusals_leave_little_is_just_outside if {
	cause := fixtures.cause([fixtures.tcp(443, 443), fixtures.every_port("icmp")], {"allPorts": true})
	found := policy.findings with input as fixtures.ingress(fixtures.chain, [cause])
	count(found) == 0
}

test_a_chain_that_accepts_by_default_is_its_own_cause if {
	cause := fixtures.cause([fixtures.every_port("all")], {"allPorts": true, "rules": [fixtures.rule("edge/filter/input")]})
	found := policy.findings with input as fixtures.ingress(fixtures.chain, [cause])
	count(found) == 1
	some finding in found
	finding.cause == "edge/filter/input"
	finding.evidence == ["edge/filter/input"]
}

test_the_same_ports_from_one_owner_are_not_the_internet if {
	cause := object.union(fixtures.everything, {"breadth": "public", "peers": ["3.0.0.0/8"], "publicPrefix": 8})
	found := policy.findings with input as fixtures.ingress(fixtures.group({}), [cause])
	count(found) == 0
}

test_all_but_port_zero_is_just_outside if {
	cause := fixtures.cause([fixtures.tcp(1, 65535)], {})
	found := policy.findings with input as fixtures.ingress(fixtures.group({}), [cause])
	count(found) == 0
}
