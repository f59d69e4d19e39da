package policies.exposure.no_unrestricted_egress_test

import data.lib.fixtures
import data.policies.exposure.no_unrestricted_egress as policy

found(causes) := result if {
	result := policy.findings with input as fixtures.egress(fixtures.group({}), causes)
}

test_the_rule_that_every_new_group_gets_is_a_finding if {
	result := found([fixtures.everything])
	fixtures.keys(result) == {"egress/ipv4/all/0-65535"}
	fixtures.messages(result) == ["sg-1 lets out every protocol to anywhere on the internet (IPv4)"]
}

test_both_families_are_two_causes if {
	v6 := object.union(fixtures.everything, object.union(fixtures.ipv6, {"rules": [fixtures.rule("r2")]}))
	fixtures.keys(found([fixtures.everything, v6])) == {"egress/ipv4/all/0-65535", "egress/ipv6/all/0-65535"}
}

test_all_but_port_zero_is_just_outside if {
	count(found([fixtures.cause([fixtures.tcp(1, 65535)], {})])) == 0
}

test_everything_to_private_space_is_not_the_internet if {
	private := {"breadth": "private", "peers": ["10.0.0.0/8"], "publicPrefix": null}
	count(found([object.union(fixtures.everything, private)])) == 0
}

test_incoming_traffic_is_judged_elsewhere if {
	result := policy.findings with input as fixtures.ingress(fixtures.group({}), [fixtures.everything])
	count(result) == 0
}
