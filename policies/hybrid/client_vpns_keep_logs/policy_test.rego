package policies.hybrid.client_vpns_keep_logs_test

import data.lib.fixtures
import data.policies.hybrid.client_vpns_keep_logs as policy

base := {"state": "available", "logging": true}

beside := {}

found(over, more) := result if {
	subject := fixtures.node("client-vpn", "aws.client-vpn-endpoint", "it", object.union(base, over))
	result := policy.findings with input as fixtures.document(subject, object.union(beside, more))
}

test_none_is_a_finding if {
	fixtures.keys(found({"logging": false}, {})) == {"logs"}
}

test_a_log_is_fine if {
	fixtures.keys(found({}, {})) == set()
}

test_one_that_is_deleted_is_just_outside if {
	fixtures.keys(found({"state": "deleted", "logging": false}, {})) == set()
}
