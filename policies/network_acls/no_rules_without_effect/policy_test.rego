package policies.network_acls.no_rules_without_effect_test

import data.lib.fixtures
import data.policies.network_acls.no_rules_without_effect as policy

web := {"protocols": [6], "ports": [{"from": 443, "to": 443}]}

found(entries) := result if {
	result := policy.findings with input as fixtures.document(fixtures.acl({}), {"rules": entries})
}

test_an_allow_behind_a_deny_for_all_is_a_finding if {
	result := found([fixtures.entry(10, {"action": "deny"}), fixtures.entry(20, web)])
	fixtures.keys(result) == {"ingress/20"}
	fixtures.messages(result) == ["acl-1: the allow 20 (ingress) never matches, the deny 10 before it covers it"]
}

test_a_repetition_is_a_finding if {
	fixtures.keys(found([fixtures.entry(10, web), fixtures.entry(20, web)])) == {"ingress/20"}
}

test_an_allow_before_the_rule_that_covers_it_works if {
	count(found([fixtures.entry(10, web), fixtures.entry(20, {"action": "deny"})])) == 0
}

test_another_range_is_just_outside if {
	here := {"peers": [{"cidr": "10.0.0.0/9"}]}
	count(found([fixtures.entry(10, here), fixtures.entry(20, {"peers": [{"cidr": "10.0.0.0/8"}]})])) == 0
	count(found([fixtures.entry(10, here), fixtures.entry(20, {"peers": [{"cidr": "10.127.0.0/16"}]})])) == 1
}

test_a_deny_behind_an_allow_is_judged_elsewhere if {
	count(found([fixtures.entry(10, {}), fixtures.entry(20, object.union(web, {"action": "deny"}))])) == 0
}
