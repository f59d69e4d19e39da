package policies.federation.directories_encrypt_ldap_test

import data.lib.fixtures
import data.policies.federation.directories_encrypt_ldap as policy

found(is, related) := result if {
	subject := fixtures.node("directory", "aws.directory", "it", is)
	result := policy.findings with input as fixtures.document(subject, related)
}

test_what_must_not_be_is_a_finding if {
	fixtures.messages(found({"directoryType": "managed-ad", "ldaps": "disabled"}, {})) == ["it does not encrypt LDAP"]
}

test_what_should_be_is_fine if {
	count(found({"directoryType": "managed-ad", "ldaps": "enabled"}, {})) == 0
}

test_what_is_not_known_is_just_outside if {
	count(found({}, {})) == 0
}

test_other_directories_are_just_outside if {
	count(found({"directoryType": "simple-ad", "ldaps": "disabled"}, {})) == 0
}
