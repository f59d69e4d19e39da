package policies.dns.domains_are_locked_test

import data.lib.fixtures
import data.policies.dns.domains_are_locked as policy

found(is, over) := result if {
	domain := fixtures.node("domain", "aws.domain", "example.com", object.union({"name": "example.com.", "autoRenew": true, "transferLock": true, "expires": "2027-01-01T00:00:00Z", "privacy": {"registrant": true, "admin": true, "technical": true, "billing": true}}, is))
	facts := {"registration": object.union({"daysLeft": 200, "zone": null, "servers": "match"}, over)}
	result := policy.findings with input as fixtures.document(domain, facts)
}

test_no_lock_is_a_finding if {
	count(found({"transferLock": false}, {})) == 1
}

test_a_lock_is_fine if {
	count(found({}, {})) == 0
}

test_what_is_not_told_is_just_outside if {
	count(found({"transferLock": null}, {})) == 0
}
