package policies.dns.mail_senders_are_named_test

import data.lib.fixtures
import data.policies.dns.mail_senders_are_named as policy

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

test_no_spf_is_a_finding if {
	count(found({}, apex({"senders": null, "senderRecords": 0}))) == 1
}

test_everybody_is_a_finding if {
	count(found({}, apex({"senders": "+all"}))) == 1
}

test_two_are_a_finding if {
	count(found({}, apex({"senderRecords": 2}))) == 1
}

test_minus_all_is_fine if {
	count(found({}, {})) == 0
}

test_a_soft_fail_is_just_outside if {
	count(found({}, apex({"senders": "~all"}))) == 0
}

test_a_private_zone_sends_no_mail if {
	count(found({"private": true}, apex({"senders": null, "senderRecords": 0}))) == 0
	not policy.applicable with input as {"subject": {"is": {"private": true}}}
	policy.applicable with input as {"subject": {"is": {"private": false}}}
}

test_a_zone_that_nobody_is_led_to_is_just_outside if {
	count(found({}, object.union(apex({"senders": null, "senderRecords": 0}), {"delegation": {"status": "elsewhere"}}))) == 0
}

test_two_that_let_everybody_in_are_one_finding if {
	every finding in found({}, apex({"senders": "+all", "senderRecords": 2})) { contains(finding.message, "twice") }
}
