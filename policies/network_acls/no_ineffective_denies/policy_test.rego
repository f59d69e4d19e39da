package policies.network_acls.no_ineffective_denies_test

import data.lib.fixtures
import data.policies.network_acls.no_ineffective_denies as policy

ssh := {"protocols": [6], "ports": [{"from": 22, "to": 22}]}

deny(order, over) := fixtures.entry(order, object.union(over, {"action": "deny"}))

found(entries) := result if {
	result := policy.findings with input as fixtures.document(fixtures.acl({}), {"rules": entries})
}

test_a_deny_behind_a_wider_allow_is_a_finding if {
	result := found([fixtures.entry(100, {}), deny(200, ssh)])
	fixtures.keys(result) == {"ingress/200"}
	some finding in result
	finding.evidence == ["acl-1#ingress/200", "acl-1#ingress/100"]
	finding.message == "acl-1: the deny 200 (ingress) never refuses anything, the allow 100 before it covers it"
}

test_a_deny_before_the_allow_works if {
	count(found([deny(99, ssh), fixtures.entry(100, {})])) == 0
}

test_a_deny_that_is_wider_by_one_port_is_just_outside if {
	wider := {"protocols": [6], "ports": [{"from": 22, "to": 23}]}
	count(found([fixtures.entry(100, ssh), deny(200, wider)])) == 0
	count(found([fixtures.entry(100, wider), deny(200, ssh)])) == 1
}

test_directions_and_families_are_apart if {
	count(found([fixtures.entry(100, {"direction": "egress"}), deny(200, ssh)])) == 0
	count(found([fixtures.entry(100, {}), deny(200, {"peers": [{"cidr": "::/0"}], "family": "ipv6"})])) == 0
}

test_a_deny_behind_a_covering_deny_is_no_false_comfort if {
	count(found([deny(50, {}), fixtures.entry(100, {}), deny(200, ssh)])) == 0
}
