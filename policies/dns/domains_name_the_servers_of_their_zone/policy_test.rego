package policies.dns.domains_name_the_servers_of_their_zone_test

import data.lib.fixtures
import data.policies.dns.domains_name_the_servers_of_their_zone as policy

found(is, over) := result if {
	domain := fixtures.node("domain", "aws.domain", "example.com", object.union({"name": "example.com.", "autoRenew": true, "transferLock": true, "expires": "2027-01-01T00:00:00Z", "privacy": {"registrant": true, "admin": true, "technical": true, "billing": true}}, is))
	facts := {"registration": object.union({"daysLeft": 200, "zone": null, "servers": "match"}, over)}
	result := policy.findings with input as fixtures.document(domain, facts)
}

test_other_servers_are_a_finding if {
	count(found({}, {"servers": "differ"})) == 1
}

test_the_same_are_fine if {
	count(found({}, {})) == 0
}

test_a_domain_without_zone_is_just_outside if {
	count(found({}, {"servers": "unknown"})) == 0
}
