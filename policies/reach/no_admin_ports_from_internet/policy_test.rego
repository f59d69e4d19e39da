package policies.reach.no_admin_ports_from_internet_test

import data.policies.reach.no_admin_ports_from_internet as policy

opening(over) := object.union(
	{
		"protocol": "tcp",
		"from": 22,
		"to": 22,
		"breadth": "internet",
		"peers": [],
		"trace": [{"id": "internet", "label": "internet", "says": "on the internet"}, {"id": "eni-1", "label": "eni-1", "says": "arrives"}],
		"rules": [{"id": "sg-1#r", "label": "sg-1: ingress"}],
		"cause": {"id": "sg-1#r", "label": "sg-1: ingress"},
	},
	over,
)

found(openings) := result if {
	result := policy.findings with input as {
		"subject": {"kind": "interface", "type": "aws.network-interface", "id": "eni-1", "label": "eni-1", "is": {}},
		"reach": {"ingress": openings, "unanswered": []},
	}
}

test_the_port_that_answers_the_internet_fails if {
	some finding in found([opening({})])
	finding.key == "ingress/tcp/22"
	finding.cause == "sg-1#r"
	finding.evidence == ["internet", "eni-1"]
	contains(finding.message, "SSH")
}

test_a_range_that_holds_the_port_fails if {
	count(found([opening({"from": 22 - 1, "to": 22 + 1})])) == 1
}

test_an_interface_that_nobody_reaches_passes if {
	count(found([])) == 0
}

test_the_same_port_for_a_few_addresses_is_just_outside if {
	count(found([opening({"breadth": "public", "peers": ["198.51.100.0/24"]})])) == 0
}

test_another_protocol_is_just_outside if {
	count(found([opening({"protocol": "sctp"})])) == 0
}
