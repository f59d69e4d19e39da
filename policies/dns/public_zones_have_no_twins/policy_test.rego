package policies.dns.public_zones_have_no_twins_test

import data.lib.fixtures
import data.policies.dns.public_zones_have_no_twins as policy

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

test_a_second_public_zone_is_a_finding if {
	count(found({}, {"twins": [{"id": "Z2", "label": "Z2", "private": false}]})) == 1
}

test_one_zone_is_fine if {
	count(found({}, {})) == 0
}

test_a_private_one_is_just_outside if {
	count(found({}, {"twins": [{"id": "Z2", "label": "Z2", "private": true}]})) == 0
}
