package policies.dns.failovers_are_checked_test

import data.lib.fixtures
import data.policies.dns.failovers_are_checked as policy

found(is, checks) := result if {
	record := fixtures.node("record", "aws.record-set", "www.example.com. A", object.union({"name": "www.example.com.", "recordType": "A", "ttl": 60, "routing": {"policy": "failover", "failover": "primary"}}, is))
	result := policy.findings with input as fixtures.document(record, {"health_check": checks})
}

check := fixtures.node("health-check", "aws.health-check", "hc-1", {"disabled": false})

test_a_primary_without_check_is_a_finding if {
	count(found({}, null)) == 1
}

test_a_check_is_fine if {
	count(found({}, check)) == 0
}

test_an_alias_that_evaluates_is_just_outside if {
	count(found({"alias": {"evaluatesHealth": true}}, null)) == 0
}

test_the_secondary_is_not_judged if {
	count(found({"routing": {"policy": "failover", "failover": "secondary"}}, null)) == 0
}
