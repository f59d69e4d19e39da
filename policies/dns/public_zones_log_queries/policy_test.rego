package policies.dns.public_zones_log_queries_test

import data.lib.fixtures
import data.policies.dns.public_zones_log_queries as policy

found(is, related) := result if {
	zone := fixtures.node("zone", "aws.hosted-zone", "example.com. (Z1)", object.union({"name": "example.com.", "private": false, "signing": {"status": "signing", "message": null, "keys": [{"name": "k", "status": "active"}]}}, is))
	result := policy.findings with input as fixtures.document(zone, object.union({"query_logs": []}, related))
}

test_a_zone_without_log_is_a_finding if {
	count(found({}, {})) == 1
}

test_a_log_is_fine if {
	count(found({}, {"query_logs": [fixtures.node("query-log", "aws.query-logging-config", "q-1", {})]})) == 0
}

test_a_private_zone_is_just_outside if {
	count(found({"private": true}, {})) == 0
}
