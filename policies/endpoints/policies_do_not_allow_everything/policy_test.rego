package policies.endpoints.policies_do_not_allow_everything_test

import data.lib.fixtures
import data.policies.endpoints.policies_do_not_allow_everything as policy

open := {"Effect": "Allow", "Principal": "*", "Action": "*", "Resource": "*"}

found(document) := result if {
	subject := fixtures.node("endpoint", "aws.vpc-endpoint", "vpce-1", {"service": "com.amazonaws.eu-west-1.s3", "policy": document})
	result := policy.findings with input as fixtures.document(subject, {})
}

statement(over) := {"Version": "2012-10-17", "Statement": [object.union(open, over)]}

test_the_policy_that_aws_gives_is_a_finding if {
	result := found({"Statement": [open]})
	fixtures.keys(result) == {"allow-everything"}
	fixtures.messages(result) == ["vpce-1 (com.amazonaws.eu-west-1.s3) allows everybody every action on every resource"]
}

test_other_spellings_are_the_same if {
	count(found({"Statement": open})) == 1
	count(found(statement({"Principal": {"AWS": ["*"]}}))) == 1
	count(found(statement({"Action": ["s3:GetObject", "*"], "Resource": ["*"]}))) == 1
	count(found(statement({"Condition": {}}))) == 1
}

test_one_member_that_narrows_is_just_outside if {
	count(found(statement({"Action": "s3:*"}))) == 0
	count(found(statement({"Resource": "arn:aws:s3:::shop/*"}))) == 0
	count(found(statement({"Principal": {"AWS": "arn:aws:iam::111122223333:root"}}))) == 0
	count(found(statement({"Condition": {"StringEquals": {"aws:PrincipalOrgID": "o-1"}}}))) == 0
	count(found(statement({"Effect": "Deny"}))) == 0
}

test_one_open_statement_among_others_is_enough if {
	count(found({"Statement": [object.union(open, {"Action": "s3:GetObject"}), open]})) == 1
}

test_no_policy_is_no_finding if {
	count(found(null)) == 0
}
