package policies.load_balancing.invalid_headers_are_dropped_test

import data.lib.fixtures
import data.policies.load_balancing.invalid_headers_are_dropped as policy

document(type, attributes) := fixtures.document(fixtures.balancer({"balancerType": type, "attributes": attributes}), {})

found(type, attributes) := result if {
	result := policy.findings with input as document(type, attributes)
}

test_turned_off_is_a_finding if {
	every type in {"application"} {
		fixtures.keys(found(type, {"routing.http.drop_invalid_header_fields.enabled": "false"})) == {"invalid-headers"}
	}
	fixtures.messages(found("application", {"routing.http.drop_invalid_header_fields.enabled": "false"})) == ["alb-1 passes on headers with invalid names"]
}

test_turned_on_is_fine if {
	every type in {"application"} {
		count(found(type, {"routing.http.drop_invalid_header_fields.enabled": "true"})) == 0
	}
}

test_attributes_that_were_not_read_are_no_finding if {
	count(found("application", null)) == 0
	count(found("application", {})) == 0
}

test_a_balancer_of_another_type_is_just_outside if {
	count(found("network", {"routing.http.drop_invalid_header_fields.enabled": "false"})) == 0
	not policy.applicable with input as document("network", null)
	policy.applicable with input as document("application", null)
}
