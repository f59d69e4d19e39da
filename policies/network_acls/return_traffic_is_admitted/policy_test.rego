package policies.network_acls.return_traffic_is_admitted_test

import data.lib.fixtures
import data.policies.network_acls.return_traffic_is_admitted as policy

found(ingress, egress) := result if {
	document := fixtures.document(fixtures.acl({}), {"exposure": {"ingress": ingress, "egress": egress}})
	result := policy.findings with input as document
}

web := fixtures.cause([fixtures.tcp(443, 443)], {})

test_requests_without_replies_are_a_finding if {
	result := found([web], [])
	fixtures.keys(result) == {"ingress/ipv4"}
	fixtures.messages(result) == ["acl-1 admits TCP requests (ingress, IPv4), and refuses every reply to an ephemeral port in the other direction"]
}

test_calls_out_without_answers_are_a_finding if {
	fixtures.keys(found([], [web])) == {"egress/ipv4"}
}

test_several_services_of_one_family_are_one_finding if {
	more := fixtures.cause([fixtures.tcp(80, 80)], {"rules": [fixtures.rule("r2")]})
	count(found([web, more], [])) == 1
}

test_ephemeral_ports_let_replies_through if {
	replies := fixtures.cause([fixtures.tcp(1024, 65535)], {"rules": [fixtures.rule("r2")]})
	count(found([web], [replies])) == 0
	count(found([web], [fixtures.everything])) == 0
}

test_a_thousand_ports_are_room_and_one_fewer_are_requests if {
	room := fixtures.cause([fixtures.tcp(32768, 33767)], {"rules": [fixtures.rule("r2")]})
	count(found([web], [room])) == 0
	narrow := fixtures.cause([fixtures.tcp(32768, 33766)], {"rules": [fixtures.rule("r2")]})
	fixtures.keys(found([web], [narrow])) == {"ingress/ipv4", "egress/ipv4"}
	count(found([web], [narrow])) == 0 with data.params.network_acls.return_traffic_is_admitted.min_ports as 999
}

test_privileged_ports_are_no_room if {
	low := fixtures.cause([fixtures.tcp(0, 1023)], {"rules": [fixtures.rule("r2")]})
	fixtures.keys(found([web], [low])) == {"ingress/ipv4", "egress/ipv4"}
}

test_a_service_on_a_high_port_needs_replies_and_is_no_room_for_them if {
	database := fixtures.cause([fixtures.tcp(5432, 5432)], {})
	fixtures.keys(found([database], [web])) == {"ingress/ipv4", "egress/ipv4"}
}

test_replies_of_the_other_family_or_protocol_do_not_help if {
	v6 := fixtures.cause([fixtures.every_port("all")], fixtures.ipv6)
	fixtures.keys(found([web], [v6])) == {"ingress/ipv4"}
	fixtures.keys(found([web], [fixtures.cause([fixtures.every_port("udp")], {})])) == {"ingress/ipv4"}
}

test_openings_for_replies_need_none_themselves if {
	count(found([fixtures.cause([fixtures.tcp(1024, 65535)], {})], [])) == 0
}

test_an_open_direction_is_judged_elsewhere if {
	count(found([], [object.union(fixtures.everything, {"rules": []})])) == 0
}

test_an_acl_that_admits_nothing_is_fine if {
	count(found([], [])) == 0
	count(found([fixtures.cause([fixtures.udp(53, 53)], {})], [])) == 0
}
