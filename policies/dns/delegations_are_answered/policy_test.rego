package policies.dns.delegations_are_answered_test

import data.lib.fixtures
import data.policies.dns.delegations_are_answered as policy

found(is, over) := result if {
	zone := fixtures.node("zone", "aws.hosted-zone", "example.com. (Z1)", object.union({"name": "example.com.", "private": false, "signing": {"status": "signing", "message": null, "keys": [{"name": "k", "status": "active"}]}}, is))
	result := policy.findings with input as fixtures.document(zone, {"standing": object.union(standing, over)})
}

standing := {
	"delegation": {"status": "here", "by": {"id": "d", "label": "example.com"}, "named": ["ns-1.awsdns-00.com."], "own": ["ns-1.awsdns-00.com."], "trusted": "yes"},
	"apex": {"certifiers": ["amazon.com"], "mail": true, "senders": "-all", "senderRecords": 1, "receivers": "reject"},
	"lame": [],
	"twins": [],
	"covers": [],
}

test_a_delegation_to_nobody_is_a_finding if {
	count(found({}, {"lame": [{"record": {"id": "r", "label": "r"}, "name": "shop.example.com.", "servers": ["ns-9.awsdns-00.com."], "why": "no zone of this name is there"}]})) == 1
}

test_no_delegation_is_fine if {
	count(found({}, {})) == 0
}

test_a_zone_that_is_elsewhere_is_just_outside if {
	count(found({}, {"delegation": object.union(standing.delegation, {"status": "elsewhere"})})) == 0
}
