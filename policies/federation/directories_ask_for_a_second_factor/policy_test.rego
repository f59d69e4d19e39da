package policies.federation.directories_ask_for_a_second_factor_test

import data.lib.fixtures
import data.policies.federation.directories_ask_for_a_second_factor as policy

found(is, related) := result if {
	subject := fixtures.node("directory", "aws.directory", "it", is)
	result := policy.findings with input as fixtures.document(subject, related)
}

test_what_must_not_be_is_a_finding if {
	fixtures.messages(found({"directoryType": "managed-ad", "radius": null}, {})) == ["it asks for no second factor"]
}

test_what_should_be_is_fine if {
	count(found({"directoryType": "managed-ad", "radius": {"status": "Completed"}}, {})) == 0
}

test_what_is_not_known_is_just_outside if {
	count(found({}, {})) == 0
}

test_one_that_failed_is_one_too if {
	count(found({"directoryType": "ad-connector", "radius": {"status": "Failed"}}, {})) == 1
}
