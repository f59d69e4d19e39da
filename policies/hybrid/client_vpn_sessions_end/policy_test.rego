package policies.hybrid.client_vpn_sessions_end_test

import data.lib.fixtures
import data.policies.hybrid.client_vpn_sessions_end as policy

base := {"state": "available", "sessionHours": 8}

beside := {}

found(over, more) := result if {
	subject := fixtures.node("client-vpn", "aws.client-vpn-endpoint", "it", object.union(base, over))
	result := policy.findings with input as fixtures.document(subject, object.union(beside, more))
}

test_a_day_is_a_finding if {
	fixtures.keys(found({"sessionHours": 24}, {})) == {"session"}
}

test_eight_hours_are_fine if {
	fixtures.keys(found({}, {})) == set()
}

test_twelve_are_just_inside if {
	fixtures.keys(found({"sessionHours": 12}, {})) == set()
}
