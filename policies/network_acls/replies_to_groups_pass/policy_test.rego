package policies.network_acls.replies_to_groups_pass_test

import data.lib.fixtures
import data.policies.network_acls.replies_to_groups_pass as policy

lost(span, over) := object.union(
	object.union(span, {
		"direction": "ingress",
		"peers": ["10.0.0.0/16"],
		"morePeers": 0,
		"at": fixtures.rule("eni-1"),
		"subnet": fixtures.rule("subnet-1"),
	}),
	over,
)

found(list) := result if {
	result := policy.findings with input as fixtures.document(fixtures.acl({}), {"lost_replies": {"lost": list}})
}

test_answers_that_are_refused_are_a_finding if {
	result := found([lost(fixtures.tcp(443, 443), {}), lost(fixtures.tcp(5432, 5432), {"at": fixtures.rule("eni-2")})])
	fixtures.keys(result) == {"ingress/subnet-1"}
	fixtures.messages(result) == ["groups in subnet-1 admit tcp 443 and tcp 5432, and acl-1 refuses every answer"]
	some finding in result
	finding.evidence[0] == {"text": "eni-1: tcp 443 10.0.0.0/16", "node": "eni-1"}
}

test_calls_out_are_a_finding_of_their_own if {
	list := [lost(fixtures.tcp(443, 443), {}), lost(fixtures.tcp(443, 443), {"direction": "egress"})]
	fixtures.keys(found(list)) == {"ingress/subnet-1", "egress/subnet-1"}
}

test_udp_that_a_group_lets_out_is_just_outside if {
	count(found([lost(fixtures.every_port("udp"), {"direction": "egress"})])) == 0
	count(found([lost(fixtures.udp(53, 53), {})])) == 1
}

test_each_subnet_is_a_finding if {
	list := [lost(fixtures.tcp(443, 443), {}), lost(fixtures.tcp(443, 443), {"subnet": fixtures.rule("subnet-2")})]
	count(found(list)) == 2
}

test_an_acl_that_loses_no_answer_passes if {
	count(found([])) == 0
}
