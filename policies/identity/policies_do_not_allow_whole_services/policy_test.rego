package policies.identity.policies_do_not_allow_whole_services_test

import data.lib.fixtures
import data.policies.identity.policies_do_not_allow_whole_services as policy

found(is, related) := result if {
	subject := fixtures.node("identity-policy", "aws.iam-policy", "it", is)
	result := policy.findings with input as fixtures.document(subject, related)
}

test_what_must_not_be_is_a_finding if {
	fixtures.messages(found({"document": {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["s3:*"], "Resource": "*"}]}, "providerManaged": false}, {})) == ["Statement 1 of it allows all of a service"]
}

test_what_names_something_is_fine if {
	count(found({"document": {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["s3:Get*"], "Resource": "*"}]}, "providerManaged": false}, {})) == 0
}

test_what_is_close_is_just_outside if {
	count(found({"document": {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["s3:*"], "Resource": "arn:aws:s3:::b/*"}]}, "providerManaged": false}, {})) == 0
}

test_policies_of_the_provider_are_just_outside if {
	count(found({"document": {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["s3:*"], "Resource": "*"}]}, "providerManaged": true}, {})) == 0
}

test_everything_is_told_by_another_policy if {
	count(found({"document": {"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "*:*", "Resource": "*"}}, "providerManaged": false}, {})) == 0
}
