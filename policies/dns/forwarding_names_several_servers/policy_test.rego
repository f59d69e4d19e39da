package policies.dns.forwarding_names_several_servers_test

import data.lib.fixtures
import data.policies.dns.forwarding_names_several_servers as policy

found(is, over) := result if {
	rule := fixtures.node("resolver-rule", "aws.resolver-rule", "corp", object.union({"name": "corp", "ruleType": "forward", "domain": "corp.example.", "targets": [{"address": "10.9.0.53", "port": 53}]}, is))
	facts := {"forwarding": {"used": 1, "targets": [object.union(target, over)]}}
	result := policy.findings with input as fixtures.document(rule, facts)
}

target := {"address": "10.9.0.53", "reached": "yes", "server": {"id": "bind:ns1", "label": "BIND on ns1"}, "answers": "yes"}

test_one_server_is_a_finding if {
	count(found({}, {})) == 1
}

test_two_are_fine if {
	count(found({"targets": [{"address": "10.9.0.53", "port": 53}, {"address": "10.8.0.53", "port": 53}]}, {})) == 0
}

test_a_system_rule_is_just_outside if {
	count(found({"ruleType": "system", "targets": []}, {})) == 0
}
