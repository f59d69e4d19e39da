package policies.dns.zones_are_the_ones_that_are_asked_test

import data.lib.fixtures
import data.policies.dns.zones_are_the_ones_that_are_asked as policy

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

delegation(status) := {"delegation": object.union(standing.delegation, {"status": status})}

test_other_servers_are_a_finding if {
	count(found({}, delegation("elsewhere"))) == 1
}

test_foreign_servers_among_them_are_worse if {
	{severity | severity := found({}, delegation("partly"))[_].severity} == {"high"}
}

test_its_own_servers_are_fine if {
	count(found({}, {})) == 0
}

test_what_nobody_tells_is_just_outside if {
	count(found({}, delegation("unknown"))) == 0
}
