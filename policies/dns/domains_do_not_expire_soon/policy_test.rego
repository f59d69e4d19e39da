package policies.dns.domains_do_not_expire_soon_test

import data.lib.fixtures
import data.policies.dns.domains_do_not_expire_soon as policy

found(is, over) := result if {
	domain := fixtures.node("domain", "aws.domain", "example.com", object.union({"name": "example.com.", "autoRenew": true, "transferLock": true, "expires": "2027-01-01T00:00:00Z", "privacy": {"registrant": true, "admin": true, "technical": true, "billing": true}}, is))
	facts := {"registration": object.union({"daysLeft": 200, "zone": null, "servers": "match"}, over)}
	result := policy.findings with input as fixtures.document(domain, facts)
}

test_ten_days_are_a_finding if {
	{severity | severity := found({"autoRenew": false}, {"daysLeft": 10})[_].severity} == {"high"}
}

test_months_are_fine if {
	count(found({}, {})) == 0
}

test_thirty_days_are_just_outside if {
	count(found({}, {"daysLeft": 30})) == 0
}

test_one_that_renews_itself_is_low if {
	{severity | severity := found({}, {"daysLeft": 20})[_].severity} == {"low"}
}

test_what_is_not_known_is_no_finding if {
	count(found({}, {"daysLeft": null})) == 0
}
