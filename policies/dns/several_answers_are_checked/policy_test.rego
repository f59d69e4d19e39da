package policies.dns.several_answers_are_checked_test

import data.lib.fixtures
import data.policies.dns.several_answers_are_checked as policy

found(is, checks) := result if {
	record := fixtures.node("record", "aws.record-set", "www.example.com. A", object.union({"name": "www.example.com.", "recordType": "A", "ttl": 60, "routing": {"policy": "failover", "failover": "primary"}}, is))
	result := policy.findings with input as fixtures.document(record, {"health_check": checks})
}

check := fixtures.node("health-check", "aws.health-check", "hc-1", {"disabled": false})

test_a_weighted_record_without_check_is_a_finding if {
	count(found({"routing": {"policy": "weighted", "weight": 1}}, null)) == 1
}

test_a_check_is_fine if {
	count(found({"routing": {"policy": "latency"}}, check)) == 0
}

test_a_simple_record_is_just_outside if {
	count(found({"routing": {"policy": "simple"}}, null)) == 0
}
