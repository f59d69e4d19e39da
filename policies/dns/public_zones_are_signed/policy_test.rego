package policies.dns.public_zones_are_signed_test

import data.lib.fixtures
import data.policies.dns.public_zones_are_signed as policy

found(is, related) := result if {
	zone := fixtures.node("zone", "aws.hosted-zone", "example.com. (Z1)", object.union({"name": "example.com.", "private": false, "signing": {"status": "signing", "message": null, "keys": [{"name": "k", "status": "active"}]}}, is))
	result := policy.findings with input as fixtures.document(zone, object.union({"query_logs": []}, related))
}

test_no_signature_is_a_finding if {
	count(found({"signing": {"status": "not-signing", "message": null, "keys": []}}, {})) == 1
}

test_a_signature_is_fine if {
	count(found({}, {})) == 0
}

test_a_failing_signature_is_just_outside if {
	count(found({"signing": {"status": "action-needed", "message": "x", "keys": []}}, {})) == 0
}
