package policies.dns.forwarding_reaches_its_servers_test

import data.lib.fixtures
import data.policies.dns.forwarding_reaches_its_servers as policy

found(is, over) := result if {
	rule := fixtures.node("resolver-rule", "aws.resolver-rule", "corp", object.union({"name": "corp", "ruleType": "forward", "domain": "corp.example.", "targets": [{"address": "10.9.0.53", "port": 53}]}, is))
	facts := {"forwarding": {"used": 1, "targets": [object.union(target, over)]}}
	result := policy.findings with input as fixtures.document(rule, facts)
}

target := {"address": "10.9.0.53", "reached": "yes", "server": {"id": "bind:ns1", "label": "BIND on ns1"}, "answers": "yes"}

test_a_server_out_of_reach_is_a_finding if {
	count(found({}, {"reached": "no"})) == 1
}

test_a_server_in_reach_is_fine if {
	count(found({}, {})) == 0
}

test_what_nobody_can_tell_is_just_outside if {
	count(found({}, {"reached": "unknown"})) == 0
}
