package policies.dns.domains_hide_their_contacts_test

import data.lib.fixtures
import data.policies.dns.domains_hide_their_contacts as policy

found(is, over) := result if {
	domain := fixtures.node("domain", "aws.domain", "example.com", object.union({"name": "example.com.", "autoRenew": true, "transferLock": true, "expires": "2027-01-01T00:00:00Z", "privacy": {"registrant": true, "admin": true, "technical": true, "billing": true}}, is))
	facts := {"registration": object.union({"daysLeft": 200, "zone": null, "servers": "match"}, over)}
	result := policy.findings with input as fixtures.document(domain, facts)
}

test_an_open_contact_is_a_finding if {
	count(found({"privacy": {"registrant": false, "admin": true, "technical": true, "billing": true}}, {})) == 1
}

test_hidden_contacts_are_fine if {
	count(found({}, {})) == 0
}

test_what_is_not_told_is_just_outside if {
	count(found({"privacy": {"registrant": null, "admin": null, "technical": null, "billing": null}}, {})) == 0
}
