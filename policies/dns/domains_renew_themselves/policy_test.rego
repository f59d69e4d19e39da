package policies.dns.domains_renew_themselves_test

import data.lib.fixtures
import data.policies.dns.domains_renew_themselves as policy

found(is, over) := result if {
	domain := fixtures.node("domain", "aws.domain", "example.com", object.union({"name": "example.com.", "autoRenew": true, "transferLock": true, "expires": "2027-01-01T00:00:00Z", "privacy": {"registrant": true, "admin": true, "technical": true, "billing": true}}, is))
	facts := {"registration": object.union({"daysLeft": 200, "zone": null, "servers": "match"}, over)}
	result := policy.findings with input as fixtures.document(domain, facts)
}

test_no_renewal_is_a_finding if {
	count(found({"autoRenew": false}, {})) == 1
}

test_renewal_is_fine if {
	count(found({}, {})) == 0
}

test_what_is_not_told_is_just_outside if {
	count(found({"autoRenew": null}, {})) == 0
}
