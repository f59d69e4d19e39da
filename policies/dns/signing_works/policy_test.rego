package policies.dns.signing_works_test

import data.lib.fixtures
import data.policies.dns.signing_works as policy

found(is, related) := result if {
	zone := fixtures.node("zone", "aws.hosted-zone", "example.com. (Z1)", object.union({"name": "example.com.", "private": false, "signing": {"status": "signing", "message": null, "keys": [{"name": "k", "status": "active"}]}}, is))
	result := policy.findings with input as fixtures.document(zone, object.union({"query_logs": []}, related))
}

test_a_zone_that_needs_action_is_a_finding if {
	count(found({"signing": {"status": "action-needed", "message": "x", "keys": []}}, {})) == 1
}

test_a_key_that_fails_is_a_finding if {
	count(found({"signing": {"status": "signing", "message": null, "keys": [{"name": "k", "status": "action-needed"}]}}, {})) == 1
}

test_a_key_is_fine if {
	count(found({}, {})) == 0
}

test_an_inactive_key_is_just_outside if {
	count(found({"signing": {"status": "signing", "message": null, "keys": [{"name": "k", "status": "inactive"}]}}, {})) == 0
}
