package policies.federation.directory_trusts_are_selective_test

import data.lib.fixtures
import data.policies.federation.directory_trusts_are_selective as policy

found(is, related) := result if {
	subject := fixtures.node("directory-trust", "aws.directory-trust", "it", is)
	result := policy.findings with input as fixtures.document(subject, related)
}

test_what_must_not_be_is_a_finding if {
	fixtures.messages(found({"direction": "two-way", "selective": false, "remoteDomain": "corp"}, {})) == ["it trusts everybody of corp"]
}

test_what_should_be_is_fine if {
	count(found({"direction": "two-way", "selective": true, "remoteDomain": "corp"}, {})) == 0
}

test_what_is_not_known_is_just_outside if {
	count(found({}, {})) == 0
}

test_one_that_only_comes_in_is_just_outside if {
	count(found({"direction": "incoming", "selective": false, "remoteDomain": "corp"}, {})) == 0
}
