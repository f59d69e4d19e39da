package policies.logging.flow_logs_deliver_test

import data.lib.fixtures
import data.policies.logging.flow_logs_deliver as policy

found(over) := result if {
	is := object.union({"status": "ACTIVE", "delivery": "SUCCESS", "destinationType": "s3"}, over)
	result := policy.findings with input as fixtures.document(fixtures.node("flow-log", "aws.flow-log", "fl-1", is), {})
}

test_failed_delivery_is_a_finding if {
	fixtures.keys(found({"delivery": "FAILED"})) == {"delivery"}
	fixtures.messages(found({"delivery": "FAILED"})) == ["fl-1 fails to deliver to s3"]
}

test_an_inactive_log_is_a_finding if {
	fixtures.keys(found({"status": "INACTIVE"})) == {"status"}
}

test_delivery_is_fine if {
	count(found({})) == 0
}

test_a_log_that_has_not_delivered_yet_is_just_outside if {
	count(found({"delivery": null})) == 0
}
