package policies.dns.failover_answers_expire_soon_test

import data.lib.fixtures
import data.policies.dns.failover_answers_expire_soon as policy

found(is, checks) := result if {
	record := fixtures.node("record", "aws.record-set", "www.example.com. A", object.union({"name": "www.example.com.", "recordType": "A", "ttl": 60, "routing": {"policy": "failover", "failover": "primary"}}, is))
	result := policy.findings with input as fixtures.document(record, {"health_check": checks})
}

check := fixtures.node("health-check", "aws.health-check", "hc-1", {"disabled": false})

test_an_hour_is_a_finding if {
	count(found({"ttl": 3600}, null)) == 1
}

test_a_minute_is_fine if {
	count(found({}, null)) == 0
}

test_the_limit_is_just_outside if {
	count(found({"ttl": 300}, null)) == 0
}

test_the_time_of_an_alias_is_its_targets if {
	count(found({"ttl": null}, null)) == 0
}
