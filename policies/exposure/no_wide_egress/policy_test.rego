package policies.exposure.no_wide_egress_test

import data.lib.fixtures
import data.policies.exposure.no_wide_egress as policy

found(openings) := result if {
	result := policy.findings with input as fixtures.egress(fixtures.group({}), [fixtures.cause(openings, {})])
}

test_the_unprivileged_ports_are_a_finding if {
	result := found([fixtures.tcp(1024, 65535)])
	fixtures.keys(result) == {"egress/ipv4/tcp/1024-65535"}
	fixtures.messages(result) == ["sg-1 lets out tcp 1024-65535 to anywhere on the internet (IPv4)"]
}

test_a_hundred_ports_are_just_outside if {
	count(found([fixtures.tcp(8000, 8099)])) == 0
	count(found([fixtures.tcp(8000, 8100)])) == 1
}

test_everything_belongs_to_another_policy if {
	result := policy.findings with input as fixtures.egress(fixtures.group({}), [fixtures.everything])
	count(result) == 0
}
