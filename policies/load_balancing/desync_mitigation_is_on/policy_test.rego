package policies.load_balancing.desync_mitigation_is_on_test

import data.lib.fixtures
import data.policies.load_balancing.desync_mitigation_is_on as policy

document(type, attributes) := fixtures.document(fixtures.balancer({"balancerType": type, "attributes": attributes}), {})

found(type, mode) := result if {
	result := policy.findings with input as document(type, {"routing.http.desync_mitigation_mode": mode})
}

test_counting_only_is_a_finding if {
	fixtures.keys(found("application", "monitor")) == {"desync"}
	fixtures.messages(found("classic", "monitor")) == ["alb-1 handles ambiguous requests in mode monitor"]
}

test_both_guarding_modes_are_fine if {
	count(found("application", "defensive")) == 0
	count(found("application", "strictest")) == 0
	count(found("application", "defensive")) == 1 with data.params.load_balancing.desync_mitigation_is_on.accepted as ["strictest"]
}

test_attributes_that_were_not_read_are_no_finding if {
	result := policy.findings with input as document("application", null)
	count(result) == 0
}

test_a_network_load_balancer_is_just_outside if {
	count(found("network", "monitor")) == 0
	not policy.applicable with input as document("network", null)
	policy.applicable with input as document("application", null)
}
