package policies.load_balancing.targets_are_encrypted_test

import data.lib.fixtures
import data.policies.load_balancing.targets_are_encrypted as policy

document(protocol, balancers) := fixtures.document(
	fixtures.node("target-group", "aws.target-group", "tg-1", {"protocol": protocol}),
	{"load_balancers": balancers},
)

found(protocol, balancers) := result if {
	result := policy.findings with input as document(protocol, balancers)
}

test_plain_http_to_the_targets_is_a_finding if {
	fixtures.keys(found("HTTP", [fixtures.balancer({})])) == {"plain"}
	fixtures.messages(found("HTTP", [fixtures.balancer({})])) == ["tg-1 speaks HTTP with its targets"]
}

test_https_is_fine if {
	count(found("HTTPS", [fixtures.balancer({})])) == 0
}

test_connections_passed_through_are_just_outside if {
	count(found("TCP", [fixtures.balancer({})])) == 0
	count(found("TCP", [fixtures.balancer({})])) == 1 with data.params.load_balancing.targets_are_encrypted.plain as ["TCP"]
	count(found(null, [fixtures.balancer({})])) == 0
}

test_a_group_that_nobody_uses_is_not_judged if {
	count(found("HTTP", [])) == 0
	not policy.applicable with input as document("HTTP", [])
	policy.applicable with input as document("HTTP", [fixtures.balancer({})])
}
