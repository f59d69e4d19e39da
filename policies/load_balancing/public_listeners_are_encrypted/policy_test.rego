package policies.load_balancing.public_listeners_are_encrypted_test

import data.lib.fixtures
import data.policies.load_balancing.public_listeners_are_encrypted as policy

document(protocol, target, scheme) := fixtures.document(
	fixtures.node("listener", "aws.listener", "HTTP:80", {"protocol": protocol, "port": 80, "redirectsTo": target}),
	{"load_balancer": fixtures.balancer({"scheme": scheme})},
)

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
