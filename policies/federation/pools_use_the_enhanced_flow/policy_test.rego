package policies.federation.pools_use_the_enhanced_flow_test

import data.lib.fixtures
import data.policies.federation.pools_use_the_enhanced_flow as policy

found(is, related) := result if {
	subject := fixtures.node("identity-pool", "aws.identity-pool", "it", is)
	result := policy.findings with input as fixtures.document(subject, related)
}

test_what_must_not_be_is_a_finding if {
	fixtures.messages(found({"classicFlow": true}, {})) == ["it lets clients choose their role"]
}

test_what_should_be_is_fine if {
	count(found({"classicFlow": false}, {})) == 0
}

test_what_is_not_known_is_just_outside if {
	count(found({}, {})) == 0
}
