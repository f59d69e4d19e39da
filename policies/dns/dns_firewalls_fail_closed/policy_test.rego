package policies.dns.dns_firewalls_fail_closed_test

import data.lib.fixtures
import data.policies.dns.dns_firewalls_fail_closed as policy

found(is) := result if {
	settings := fixtures.node("resolver-settings", "aws.resolver-settings", "vpc-1 settings", is)
	result := policy.findings with input as fixtures.document(settings, {})
}

test_fail_open_is_a_finding if {
	count(found({"firewallFailOpen": "enabled"})) == 1
}

test_fail_closed_is_fine if {
	count(found({"firewallFailOpen": "disabled"})) == 0
}

test_what_is_not_told_is_just_outside if {
	count(found({"dnsSupport": true})) == 0
}
