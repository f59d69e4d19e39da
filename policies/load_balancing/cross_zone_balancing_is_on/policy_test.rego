package policies.load_balancing.cross_zone_balancing_is_on_test

import data.lib.fixtures
import data.policies.load_balancing.cross_zone_balancing_is_on as policy

document(type, attributes) := fixtures.document(fixtures.balancer({"balancerType": type, "attributes": attributes}), {})

found(type, attributes) := result if {
	result := policy.findings with input as document(type, attributes)
}

test_turned_off_is_a_finding if {
	every type in {"network", "classic"} {
		fixtures.keys(found(type, {"load_balancing.cross_zone.enabled": "false"})) == {"cross-zone"}
	}
	fixtures.messages(found("network", {"load_balancing.cross_zone.enabled": "false"})) == ["alb-1 serves each zone from that zone only"]
}

test_turned_on_is_fine if {
	every type in {"network", "classic"} {
		count(found(type, {"load_balancing.cross_zone.enabled": "true"})) == 0
	}
}

test_attributes_that_were_not_read_are_no_finding if {
	count(found("network", null)) == 0
	count(found("network", {})) == 0
}

test_a_balancer_of_another_type_is_just_outside if {
	count(found("application", {"load_balancing.cross_zone.enabled": "false"})) == 0
	not policy.applicable with input as document("application", null)
	policy.applicable with input as document("network", null)
}
