package policies.dns.forwarding_is_answered_test

import data.lib.fixtures
import data.policies.dns.forwarding_is_answered as policy

found(is, over) := result if {
	rule := fixtures.node("resolver-rule", "aws.resolver-rule", "corp", object.union({"name": "corp", "ruleType": "forward", "domain": "corp.example.", "targets": [{"address": "10.9.0.53", "port": 53}]}, is))
	facts := {"forwarding": {"used": 1, "targets": [object.union(target, over)]}}
	result := policy.findings with input as fixtures.document(rule, facts)
}

target := {"address": "10.9.0.53", "reached": "yes", "server": {"id": "bind:ns1", "label": "BIND on ns1"}, "answers": "yes"}

test_a_server_that_does_not_know_is_a_finding if {
	count(found({}, {"answers": "no"})) == 1
}

test_a_circle_is_a_finding if {
	count(found({}, {"answers": "loop"})) == 1
}

test_a_server_that_answers_is_fine if {
	count(found({}, {})) == 0
}

test_a_stranger_is_just_outside if {
	count(found({}, {"answers": "unknown", "server": null})) == 0
}
