package policies.hygiene.no_idle_addresses_test

import data.lib.fixtures
import data.policies.hygiene.no_idle_addresses as policy

found(is) := result if {
	subject := fixtures.node("address", "aws.elastic-ip", "eipalloc-1", is)
	result := policy.findings with input as fixtures.document(subject, {})
}

test_an_idle_address_is_a_finding if {
	fixtures.keys(found({"associated": false})) == {"idle"}
	fixtures.messages(found({"associated": false})) == ["eipalloc-1 is associated with nothing"]
}

test_a_used_address_is_fine if {
	count(found({"associated": true})) == 0
}

test_what_is_not_known_is_no_finding if {
	count(found({})) == 0
}
