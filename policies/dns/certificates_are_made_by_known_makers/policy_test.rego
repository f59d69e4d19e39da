package policies.dns.certificates_are_made_by_known_makers_test

import data.lib.fixtures
import data.policies.dns.certificates_are_made_by_known_makers as policy

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

apex(over) := {"apex": object.union(standing.apex, over)}

test_no_caa_is_a_finding if {
	count(found({}, apex({"certifiers": null}))) == 1
}

test_makers_are_fine if {
	count(found({}, {})) == 0
}

test_no_maker_at_all_is_just_outside if {
	count(found({}, apex({"certifiers": [";"]}))) == 0
}

test_a_private_zone_is_not_judged if {
	count(found({"private": true}, apex({"certifiers": null}))) == 0
}
