package policies.dns.signatures_are_vouched_for_test

import data.lib.fixtures
import data.policies.dns.signatures_are_vouched_for as policy

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

delegation(trusted) := {"delegation": object.union(standing.delegation, {"trusted": trusted})}

test_nobody_vouches_is_a_finding if {
	count(found({}, delegation("no"))) == 1
}

test_another_key_is_critical if {
	{severity | severity := found({}, delegation("mismatch"))[_].severity} == {"critical"}
}

test_a_chain_is_fine if {
	count(found({}, {})) == 0
}

test_a_zone_that_is_not_signed_is_just_outside if {
	count(found({"signing": {"status": "not-signing", "message": null, "keys": []}}, delegation("no"))) == 0
}
