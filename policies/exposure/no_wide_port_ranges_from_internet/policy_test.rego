package policies.exposure.no_wide_port_ranges_from_internet_test

import data.lib.fixtures
import data.policies.exposure.no_wide_port_ranges_from_internet as policy

found(openings) := result if {
	result := policy.findings with input as fixtures.ingress(fixtures.group({}), [fixtures.cause(openings, {})])
}

test_all_but_port_zero_is_one_finding_that_says_what_matters if {
	result := found([fixtures.tcp(1, 65535)])
	fixtures.keys(result) == {"ingress/ipv4/tcp/1-65535"}
	some finding in result
	contains(finding.message, "tcp 1-65535")
	contains(finding.message, "SSH")
}

test_the_unprivileged_ports_are_a_wide_range if {
	fixtures.keys(found([fixtures.tcp(1024, 65535)])) == {"ingress/ipv4/tcp/1024-65535"}
}

test_everything_but_mail_is_a_wide_range_with_a_stable_key if {
	fixtures.keys(found([fixtures.tcp(0, 24), fixtures.tcp(26, 65535)])) == {"ingress/ipv4/tcp/0-65535"}
}

test_many_single_ports_add_up if {
	openings := [fixtures.udp(port, port) | some port in numbers.range(40000, 40100)]
	fixtures.keys(found(openings)) == {"ingress/ipv4/udp/40000-40100"}
}

test_a_hundred_ports_are_just_outside if {
	count(found([fixtures.tcp(8000, 8099)])) == 0
	count(found([fixtures.tcp(8000, 8100)])) == 1
}

test_the_limit_is_a_parameter if {
	result := policy.findings with input as fixtures.ingress(fixtures.group({}), [fixtures.cause([fixtures.tcp(8000, 8100)], {})])
		with data.params.exposure.no_wide_port_ranges_from_internet.max_ports as 101
	count(result) == 0
}

test_every_port_belongs_to_another_policy if {
	result := policy.findings with input as fixtures.ingress(fixtures.group({}), [fixtures.everything])
	count(result) == 0
}

test_a_wide_range_from_private_space_is_not_the_internet if {
	cause := fixtures.cause([fixtures.tcp(1024, 65535)], {"breadth": "private", "peers": ["10.0.0.0/8"], "publicPrefix": null})
	result := policy.findings with input as fixtures.ingress(fixtures.group({}), [cause])
	count(result) == 0
}
