package policies.dns.health_checks_are_on_test

import data.lib.fixtures
import data.policies.dns.health_checks_are_on as policy

found(is) := result if {
	check := fixtures.node("health-check", "aws.health-check", "hc-1", object.union({"checkType": "https", "disabled": false, "inverted": false}, is))
	result := policy.findings with input as fixtures.document(check, {})
}

test_a_check_that_is_off_is_a_finding if {
	count(found({"disabled": true})) == 1
}

test_a_check_is_fine if {
	count(found({})) == 0
}

test_an_inverted_one_is_just_outside if {
	count(found({"inverted": true})) == 0
}
