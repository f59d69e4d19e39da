package policies.reach.answers_reach_the_internet_test

import data.policies.reach.answers_reach_the_internet as policy

opening(over) := object.union(
	{"protocol": "tcp", "from": 443, "to": 443, "breadth": "internet", "peers": [], "trace": [], "rules": []},
	over,
)

found(ingress, unanswered) := result if {
	result := policy.findings with input as {
		"subject": {"kind": "interface", "type": "aws.network-interface", "id": "eni-1", "label": "eni-1", "is": {}},
		"reach": {"ingress": ingress, "unanswered": unanswered},
	}
}

test_an_answer_that_is_lost_fails if {
	some finding in found([], [opening({})])
	finding.key == "unanswered/tcp/443-443"
	finding.message == "tcp 443 arrives at eni-1 from the internet, and the answer is lost"
}

test_every_port_is_said_so if {
	some finding in found([], [opening({"from": 0, "to": 65535})])
	contains(finding.message, "on any port")
}

test_what_is_answered_passes if {
	count(found([opening({})], [])) == 0
}

test_a_port_that_others_open_is_just_outside if {
	count(found([opening({})], [opening({})])) == 0
	count(found([], [opening({"breadth": "public"})])) == 0
}
