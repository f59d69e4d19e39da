package policies.segmentation.no_stale_peering_test

import data.lib.fixtures
import data.policies.segmentation.no_stale_peering as policy

found(state) := result if {
	subject := fixtures.node("peering", "aws.vpc-peering", "pcx-1", {"state": state})
	result := policy.findings with input as fixtures.document(subject, {})
}

test_a_request_that_nobody_accepted_is_a_finding if {
	fixtures.keys(found("pending-acceptance")) == {"pending-acceptance"}
	fixtures.messages(found("pending-acceptance")) == ["pcx-1 is pending acceptance"]
	count(found("failed")) == 1
}

test_an_active_connection_is_fine if {
	count(found("active")) == 0
}

test_one_on_its_way_is_just_outside if {
	count(found("provisioning")) == 0
	count(found("deleted")) == 0
}
