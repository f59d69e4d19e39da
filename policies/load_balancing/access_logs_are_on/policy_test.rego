package policies.load_balancing.access_logs_are_on_test

import data.lib.fixtures
import data.policies.load_balancing.access_logs_are_on as policy

document(type, attributes) := fixtures.document(fixtures.balancer({"balancerType": type, "attributes": attributes}), {})

found(type, attributes) := result if {
	result := policy.findings with input as document(type, attributes)
}

test_turned_off_is_a_finding if {
	every type in {"application", "classic"} {
		fixtures.keys(found(type, {"access_logs.s3.enabled": "false"})) == {"access-logs"}
	}
	fixtures.messages(found("application", {"access_logs.s3.enabled": "false"})) == ["alb-1 keeps no access logs"]
}

test_turned_on_is_fine if {
	every type in {"application", "classic"} {
		count(found(type, {"access_logs.s3.enabled": "true"})) == 0
	}
}

test_attributes_that_were_not_read_are_no_finding if {
	count(found("application", null)) == 0
	count(found("application", {})) == 0
}

test_a_balancer_of_another_type_is_just_outside if {
	count(found("network", {"access_logs.s3.enabled": "false"})) == 0
	not policy.applicable with input as document("network", null)
	policy.applicable with input as document("application", null)
}
