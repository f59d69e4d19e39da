package policies.load_balancing.listeners_use_current_tls_test

import data.lib.fixtures
import data.policies.load_balancing.listeners_use_current_tls as policy

document(protocol, name) := fixtures.document(
	fixtures.node("listener", "aws.listener", "HTTPS:443", {"protocol": protocol, "tlsPolicy": name}),
	{"load_balancer": fixtures.balancer({})},
)

found(protocol, name) := result if {
	result := policy.findings with input as document(protocol, name)
}

test_the_policy_that_the_api_gives_is_a_finding if {
	result := found("HTTPS", "ELBSecurityPolicy-2016-08")
	fixtures.keys(result) == {"tls-policy"}
	fixtures.messages(result) == ["HTTPS:443 of alb-1 uses ELBSecurityPolicy-2016-08, which is not among those for TLS 1.2 and later"]
}

test_current_policies_are_fine if {
	every name in [
		"ELBSecurityPolicy-TLS13-1-2-2021-06",
		"ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09",
		"ELBSecurityPolicy-TLS13-1-3-2021-06",
		"ELBSecurityPolicy-TLS-1-2-2017-01",
		"ELBSecurityPolicy-FS-1-2-Res-2020-10",
	] {
		count(found("TLS", name)) == 0
	}
}

test_a_policy_for_tls_13_that_speaks_10_too_is_just_outside if {
	count(found("HTTPS", "ELBSecurityPolicy-TLS13-1-0-2021-06")) == 1
	count(found("HTTPS", "ELBSecurityPolicy-TLS13-1-1-2021-06")) == 1
	count(found("SSL", "my-own-policy")) == 1
}

test_listeners_without_tls_are_not_judged if {
	count(found("HTTP", null)) == 0
	not policy.applicable with input as document("HTTP", null)
	policy.applicable with input as document("HTTPS", null)
}
