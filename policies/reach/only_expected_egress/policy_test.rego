package policies.reach.only_expected_egress_test

import data.lib.fixtures
import data.policies.reach.only_expected_egress as policy

opening(span, over) := object.union(
	object.union(span, {
		"breadth": "internet",
		"peers": [],
		"trace": [fixtures.rule("eni-1"), fixtures.rule("internet")],
		"rules": [fixtures.rule("sg-1#out")],
		"cause": fixtures.rule("sg-1#out"),
	}),
	over,
)

found(openings) := result if {
	subject := fixtures.node("interface", "aws.network-interface", "eni-1", {})
	result := policy.findings with input as fixtures.document(subject, {"egress": {"openings": openings}})
}

test_every_port_is_one_finding_without_what_is_allowed if {
	result := found([opening(fixtures.every_port("tcp"), {}), opening(fixtures.every_port("icmp"), {})])
	fixtures.keys(result) == {"egress/sg-1#out"}
	fixtures.messages(result) == ["eni-1 opens tcp 0-79, tcp 81-442 and tcp 444-65535 on the internet"]
	some finding in result
	finding.cause == "sg-1#out"
	finding.evidence == ["eni-1", "internet"]
}

test_an_interface_without_groups_is_its_own_cause if {
	result := found([opening(fixtures.tcp(25, 25), {"cause": fixtures.rule("eni-1"), "rules": []})])
	fixtures.keys(result) == {"egress/unfiltered"}
}

test_other_protocols_are_named if {
	result := found([opening(fixtures.every_port("other"), {})])
	fixtures.messages(result) == ["eni-1 opens all other protocols on the internet"]
}

test_allowed_ports_pass if {
	count(found([opening(fixtures.tcp(443, 443), {}), opening(fixtures.udp(53, 53), {}), opening(fixtures.every_port("icmp"), {})])) == 0
	count(found([])) == 0
}

test_a_port_beside_an_allowed_one_is_just_outside if {
	fixtures.messages(found([opening(fixtures.tcp(443, 444), {})])) == ["eni-1 opens tcp 444 on the internet"]
	count(found([opening(fixtures.tcp(25, 25), {"breadth": "public", "peers": ["198.51.100.0/24"]})])) == 0
}

test_interfaces_of_the_provider_are_not_judged if {
	subject := fixtures.node("interface", "aws.network-interface", "eni-1", {"providerManaged": true})
	document := fixtures.document(subject, {"egress": {"openings": [opening(fixtures.every_port("tcp"), {})]}})
	count(policy.findings) == 0 with input as document
	not policy.applicable with input as document
}

test_the_list_is_a_parameter if {
	mail := [{"protocol": "tcp", "from": 25, "to": 25}]
	count(found([opening(fixtures.tcp(25, 25), {})])) == 1
	count(found([opening(fixtures.tcp(25, 25), {})])) == 0 with data.params.reach.only_expected_egress.allowed as mail
}
