package policies.identity.policies_name_the_roles_that_they_take_test

import data.lib.fixtures
import data.policies.identity.policies_name_the_roles_that_they_take as policy

found(is, related) := result if {
	subject := fixtures.node("identity-policy", "aws.iam-policy", "it", is)
	result := policy.findings with input as fixtures.document(subject, related)
}

test_what_must_not_be_is_a_finding if {
	fixtures.messages(found({"document": {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["sts:AssumeRole"], "Resource": "*"}]}, "providerManaged": false}, {})) == ["Statement 1 of it lets every role be taken"]
}

test_what_names_something_is_fine if {
	count(found({"document": {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["sts:AssumeRole"], "Resource": "arn:aws:iam::1:role/app"}]}, "providerManaged": false}, {})) == 0
}

test_what_is_close_is_just_outside if {
	count(found({"document": {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["sts:GetCallerIdentity"], "Resource": "*"}]}, "providerManaged": false}, {})) == 0
}

test_policies_of_the_provider_are_just_outside if {
	count(found({"document": {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["sts:AssumeRole"], "Resource": "*"}]}, "providerManaged": true}, {})) == 0
}

test_wildcards_may_stand_anywhere if {
	count(found({"document": {"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "STS:assume?ole", "Resource": "*"}}, "providerManaged": false}, {})) == 1
	count(found({"document": {"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "sts:AssumeRoleWith*", "Resource": "*"}}, "providerManaged": false}, {})) == 0
}
