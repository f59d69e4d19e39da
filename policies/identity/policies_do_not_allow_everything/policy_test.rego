package policies.identity.policies_do_not_allow_everything_test

import data.lib.fixtures
import data.policies.identity.policies_do_not_allow_everything as policy

found(is, related) := result if {
	subject := fixtures.node("identity-policy", "aws.iam-policy", "it", is)
	result := policy.findings with input as fixtures.document(subject, related)
}

test_what_must_not_be_is_a_finding if {
	fixtures.messages(found({"document": {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "*", "Resource": ["*"]}]}, "providerManaged": false}, {})) == ["Statement 1 of it allows everything"]
}

test_what_names_something_is_fine if {
	count(found({"document": {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:*", "Resource": "*"}]}, "providerManaged": false}, {})) == 0
}

test_what_is_close_is_just_outside if {
	count(found({"document": {"Version": "2012-10-17", "Statement": [{"Effect": "Deny", "Action": "*", "Resource": "*"}]}, "providerManaged": false}, {})) == 0
}

test_policies_of_the_provider_are_just_outside if {
	count(found({"document": {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "*", "Resource": ["*"]}]}, "providerManaged": true}, {})) == 0
}

test_everything_may_be_written_in_two_parts if {
	count(found({"document": {"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "*:*", "Resource": ["**"]}}, "providerManaged": false}, {})) == 1
}
