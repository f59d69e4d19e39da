package policies.hybrid.client_vpns_let_groups_in_test

import data.lib.fixtures
import data.policies.hybrid.client_vpns_let_groups_in as policy

base := {"state": "active", "everyone": false, "destination": "10.0.0.0/16"}

beside := {}

found(over, more) := result if {
	subject := fixtures.node("vpn-authorization", "aws.client-vpn-authorization-rule", "it", object.union(base, over))
	result := policy.findings with input as fixtures.document(subject, object.union(beside, more))
}

test_everybody_is_a_finding if {
	fixtures.keys(found({"everyone": true}, {})) == {"everyone"}
}

test_a_group_is_fine if {
	fixtures.keys(found({}, {})) == set()
}

test_a_rule_that_is_taken_back_is_just_outside if {
	fixtures.keys(found({"everyone": true, "state": "revoking"}, {})) == set()
}
