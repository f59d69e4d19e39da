package policies.federation.certificate_sessions_end_in_time_test

import data.lib.fixtures
import data.policies.federation.certificate_sessions_end_in_time as policy

found(is, related) := result if {
	subject := fixtures.node("credential-profile", "aws.roles-anywhere-profile", "it", is)
	result := policy.findings with input as fixtures.document(subject, related)
}

test_what_must_not_be_is_a_finding if {
	fixtures.messages(found({"enabled": true, "managedPolicies": [], "sessionPolicy": null, "sessionSeconds": 43200}, {})) == ["Sessions of it last 43200 seconds"]
}

test_what_should_be_is_fine if {
	count(found({"enabled": true, "managedPolicies": [], "sessionPolicy": null, "sessionSeconds": 3600}, {})) == 0
}

test_what_is_not_known_is_just_outside if {
	count(found({}, {})) == 0
}
