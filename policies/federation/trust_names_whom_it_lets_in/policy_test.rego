package policies.federation.trust_names_whom_it_lets_in_test

import data.lib.fixtures
import data.policies.federation.trust_names_whom_it_lets_in as policy

found(is, related) := result if {
	subject := fixtures.node("role", "aws.iam-role", "it", is)
	result := policy.findings with input as fixtures.document(subject, related)
}

test_what_must_not_be_is_a_finding if {
	fixtures.messages(found({"trust": {"Statement": {"Effect": "Allow", "NotPrincipal": {"AWS": "1"}, "Action": "sts:AssumeRole"}}}, {})) == ["Statement 1 of the trust policy of it lets in all but whom it names"]
}

test_what_says_it_is_fine if {
	count(found({"trust": {"Statement": {"Effect": "Allow", "Principal": {"AWS": "1"}, "Action": "sts:AssumeRole"}}}, {})) == 0
}

test_what_denies_is_just_outside if {
	count(found({"trust": {"Statement": [{"Effect": "Deny", "NotPrincipal": {"AWS": "1"}, "Action": "sts:AssumeRole"}]}}, {})) == 0
}
