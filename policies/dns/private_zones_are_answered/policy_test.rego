package policies.dns.private_zones_are_answered_test

import data.lib.fixtures
import data.policies.dns.private_zones_are_answered as policy

found(over) := result if {
	network := fixtures.node("network", "aws.vpc", "vpc-1", {"isDefault": false})
	result := policy.findings with input as fixtures.document(network, {"resolver": object.union(resolver, over)})
}

resolver := {"servers": [], "provider": true, "support": true, "hostnames": true, "zones": 1, "logs": 1, "firewalls": 1, "blocks": 2}

test_support_that_is_off_is_a_finding if {
	count(found({"support": false})) == 1
}

test_hostnames_that_are_off_are_a_finding if {
	count(found({"hostnames": false})) == 1
}

test_both_on_are_fine if {
	count(found({})) == 0
}

test_no_zones_are_just_outside if {
	count(found({"support": false, "zones": 0})) == 0
}
