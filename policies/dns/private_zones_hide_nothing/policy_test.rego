package policies.dns.private_zones_hide_nothing_test

import data.lib.fixtures
import data.policies.dns.private_zones_hide_nothing as policy

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

cover := {"zone": {"id": "Z2", "label": "example.com. (Z2)"}, "network": {"id": "vpc-1", "label": "vpc-1"}, "names": ["api.example.com."], "missing": 1}

test_a_hidden_name_is_a_finding if {
	count(found({"private": true}, {"covers": [cover]})) == 1
}

test_nothing_hidden_is_fine if {
	count(found({"private": true}, {})) == 0
}

test_twins_are_just_outside if {
	count(found({"private": true}, {"twins": [{"id": "Z2", "label": "Z2", "private": false}]})) == 0
}
