package policies.data.buckets_refuse_plain_connections_test

import data.lib.fixtures
import data.policies.data.buckets_refuse_plain_connections as policy

subject(over) := fixtures.node("data-store", "aws.bucket", "bucket-1", object.union({}, over))

keys(over, related) := fixtures.keys(found) if {
	found := policy.findings with input as fixtures.document(subject(over), related)
}

test_no_policy_is_a_finding if {
	keys({"policy": null}, {}) == {"transport"}
}

test_a_denial_is_fine if {
	keys({"policy": {"Statement": [{"Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": ["arn:aws:s3:::b", "arn:aws:s3:::b/*"], "Condition": {"Bool": {"aws:SecureTransport": "false"}}}]}}, {}) == set()
}

test_a_denial_of_reading_alone_is_just_outside if {
	keys({"policy": {"Statement": {"Effect": "Deny", "Principal": {"AWS": "*"}, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::b/*", "Condition": {"Bool": {"aws:SecureTransport": "false"}}}}}, {}) == {"transport"}
}

test_a_denial_for_one_network_is_just_outside if {
	keys({"policy": {"Statement": {"Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": "arn:aws:s3:::b/*", "Condition": {"Bool": {"aws:SecureTransport": "false"}, "StringEquals": {"aws:SourceVpc": "vpc-1"}}}}}, {}) == {"transport"}
}

test_a_policy_that_was_not_read_is_no_finding if {
	keys({}, {}) == set()
}

plain := {"Bool": {"aws:SecureTransport": "false"}}

denial := {"Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": "arn:aws:s3:::b/*", "Condition": plain}

judged(over) := keys({"policy": {"Statement": [object.union(denial, over)]}}, {})

test_a_denial_of_everything_in_it_is_fine if {
	judged({}) == set()
	judged({"Resource": "*", "Action": "*", "Principal": {"AWS": ["*"]}}) == set()
	judged({"Resource": "arn:aws-cn:s3:::b*"}) == set()
}

test_a_flag_that_is_no_text_is_fine if {
	conditioned({"BoolIfExists": {"AWS:SECURETRANSPORT": [false]}}) == set()
	conditioned({"BoolIfExists": {"AWS:SECURETRANSPORT": false}}) == set()
}

test_an_allowance_is_no_denial if {
	judged({"Effect": "Allow"}) == {"transport"}
}

test_a_denial_for_somebody_is_just_outside if {
	judged({"Principal": {"AWS": "111122223333"}}) == {"transport"}
}

test_a_denial_in_one_folder_is_just_outside if {
	judged({"Resource": "arn:aws:s3:::b/public/*"}) == {"transport"}
	judged({"Resource": "arn:aws:s3:::b"}) == {"transport"}
}

conditioned(condition) := keys({"policy": {"Statement": [object.union(object.remove(denial, ["Condition"]), {"Condition": condition})]}}, {})

test_other_conditions_are_just_outside if {
	conditioned({"Bool": {"aws:SecureTransport": "true"}}) == {"transport"}
	conditioned({"Bool": {"aws:MultiFactorAuthPresent": "false"}}) == {"transport"}
	conditioned({"StringEquals": {"aws:SecureTransport": "false"}}) == {"transport"}
	conditioned({"Bool": {"aws:SecureTransport": "false", "aws:ViaAWSService": "false"}}) == {"transport"}
	conditioned({"NumericLessThan": {"s3:TlsVersion": "1.2"}}) == {"transport"}
}

test_a_denial_for_some_objects_is_just_outside if {
	keys({"policy": {"Statement": {"Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": "arn:aws:s3:::b/logs/*", "Condition": {"Bool": {"aws:SecureTransport": "false"}}}}}, {}) == {"transport"}
}

test_a_version_that_plain_connections_do_not_have_refuses_none if {
	keys({"policy": {"Statement": {"Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": "arn:aws:s3:::b/*", "Condition": {"NumericLessThan": {"s3:TlsVersion": "1.2"}}}}}, {}) == {"transport"}
	keys({"policy": {"Statement": {"Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": "arn:aws:s3:::b/*", "Condition": {"NumericLessThanIfExists": {"s3:TlsVersion": "1.2"}}}}}, {}) == set()
}

test_a_denial_that_names_what_may_be_missing_is_fine if {
	keys({"policy": {"Statement": {"Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": "arn:aws:s3:::b/*", "Condition": {"BoolIfExists": {"aws:SecureTransport": "false"}}}}}, {}) == set()
}
