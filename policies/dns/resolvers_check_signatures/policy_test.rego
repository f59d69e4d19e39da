package policies.dns.resolvers_check_signatures_test

import data.lib.fixtures
import data.policies.dns.resolvers_check_signatures as policy

found(is) := result if {
	settings := fixtures.node("resolver-settings", "aws.resolver-settings", "vpc-1 settings", is)
	result := policy.findings with input as fixtures.document(settings, {})
}

test_no_validation_is_a_finding if {
	count(found({"dnssecValidation": "disabled"})) == 1
}

test_validation_is_fine if {
	count(found({"dnssecValidation": "enabled"})) == 0
}

test_on_its_way_is_just_outside if {
	count(found({"dnssecValidation": "enabling"})) == 0
}
