package policies.dns.health_checks_are_encrypted_test

import data.lib.fixtures
import data.policies.dns.health_checks_are_encrypted as policy

found(is) := result if {
	check := fixtures.node("health-check", "aws.health-check", "hc-1", object.union({"checkType": "https", "disabled": false, "inverted": false}, is))
	result := policy.findings with input as fixtures.document(check, {})
}

test_http_is_a_finding if {
	count(found({"checkType": "http-str-match"})) == 1
}

test_https_is_fine if {
	count(found({})) == 0
}

test_tcp_is_just_outside if {
	count(found({"checkType": "tcp"})) == 0
}
