package policies.load_balancing.deletion_protection_is_on_test

import data.lib.fixtures
import data.policies.load_balancing.deletion_protection_is_on as policy

document(type, attributes) := fixtures.document(fixtures.balancer({"balancerType": type, "attributes": attributes}), {})

found(type, attributes) := result if {
	result := policy.findings with input as document(type, attributes)
}

test_turned_off_is_a_finding if {
	every type in {"application", "network", "gateway"} {
		fixtures.keys(found(type, {"deletion_protection.enabled": "false"})) == {"deletion-protection"}
	}
	fixtures.messages(found("application", {"deletion_protection.enabled": "false"})) == ["alb-1 can be deleted by one call"]
}

test_turned_on_is_fine if {
	every type in {"application", "network", "gateway"} {
		count(found(type, {"deletion_protection.enabled": "true"})) == 0
	}
}

test_attributes_that_were_not_read_are_no_finding if {
	count(found("application", null)) == 0
	count(found("application", {})) == 0
}

test_a_balancer_of_another_type_is_just_outside if {
	count(found("classic", {"deletion_protection.enabled": "false"})) == 0
	not policy.applicable with input as document("classic", null)
	policy.applicable with input as document("application", null)
}
