package policies.load_balancing.public_listeners_are_encrypted_test

import data.lib.fixtures
import data.policies.load_balancing.public_listeners_are_encrypted as policy

document(protocol, target, scheme) := fixtures.document(
	fixtures.node("listener", "aws.listener", "HTTP:80", {"protocol": protocol, "port": 80, "redirectsTo": target}),
	{"load_balancer": fixtures.balancer({"scheme": scheme}), "rules": []},
)

with_rule(action, scheme) := json.patch(document("HTTP", "HTTPS", scheme), [{
	"op": "replace",
	"path": "/rules",
	"value": [fixtures.node("listener-rule", "aws.listener-rule", "rule 1", {"action": action, "redirectsTo": null})],
}])

found(protocol, target, scheme) := result if {
	result := policy.findings with input as document(protocol, target, scheme)
}

test_plain_http_from_the_internet_is_a_finding if {
	fixtures.keys(found("HTTP", null, "internet-facing")) == {"plain"}
	fixtures.messages(found("HTTP", null, "internet-facing")) == ["HTTP:80 of alb-1 takes requests from the internet unencrypted"]
}

test_a_redirect_to_https_is_fine_and_one_to_http_is_not if {
	count(found("HTTP", "HTTPS", "internet-facing")) == 0
	count(found("HTTP", "HTTP", "internet-facing")) == 1
}

test_encrypted_listeners_are_fine if {
	count(found("HTTPS", null, "internet-facing")) == 0
	count(found("TLS", null, "internet-facing")) == 0
}

test_a_listener_that_passes_connections_through_is_just_outside if {
	count(found("TCP", null, "internet-facing")) == 0
	count(found("TCP", null, "internet-facing")) == 1 with data.params.load_balancing.public_listeners_are_encrypted.plain as ["TCP"]
}

test_internal_balancers_are_not_judged if {
	count(found("HTTP", null, "internal")) == 0
	not policy.applicable with input as document("HTTP", null, "internal")
	policy.applicable with input as document("HTTP", null, "internet-facing")
}

test_a_rule_that_forwards_is_a_finding_though_the_rest_is_redirected if {
	fixtures.messages(policy.findings) == ["HTTP:80 of alb-1 forwards what comes from the internet unencrypted, by rule 1"] with input as with_rule("forward", "internet-facing")
	fixtures.keys(policy.findings) == {"rule 1"} with input as with_rule("forward", "internet-facing")
}

test_a_rule_that_answers_or_redirects_is_fine if {
	count(policy.findings) == 0 with input as with_rule("redirect", "internet-facing")
	count(policy.findings) == 0 with input as with_rule("fixed-response", "internet-facing")
	count(policy.findings) == 0 with input as with_rule("forward", "internal")
}
