# METADATA
# title: Buckets must refuse connections without encryption
# description: >-
#   What goes by HTTP is read, and changed, by whoever carries it.
# related_resources:
#   - https://docs.aws.amazon.com/AmazonS3/latest/userguide/security-best-practices.html
# schemas:
#   - input: schema["data-store"]
# custom:
#   severity: medium
#   subject: data-store
#   types: [aws.bucket]
#   reads: []
#   remediation: >-
#     Deny s3:* for everybody where aws:SecureTransport is false; Terraform: aws_s3_bucket_policy.
#   controls:
#     nist-800-53-r5: [SC-8, SC-23]
#     aws-fsbp: [S3.5]
#     cis-aws-5.0: ["2.1.1"]
#     cis-aws-3.0: ["2.1.1"]
package policies.data.buckets_refuse_plain_connections

findings contains finding if {
	not unread
	not refused
	finding := {
		"key": "transport",
		"message": sprintf("%s takes connections without encryption", [input.subject.label]),
		"evidence": [input.subject.id],
	}
}

# Null is a bucket without a policy, or one that cannot be read: then a gap says so.
unread if object.get(input.subject.is, "policy", "absent") == "absent"

refused if {
	some statement in statements
	statement.Effect == "Deny"
	everybody(statement.Principal)
	everything(statement.Action)
	whole_bucket(statement.Resource)
	only_on_plain(statement.Condition)
}

statements := input.subject.is.policy.Statement if is_array(input.subject.is.policy.Statement)

statements := [input.subject.is.policy.Statement] if is_object(input.subject.is.policy.Statement)

listed(value) := [sprintf("%v", [one]) | some one in value] if is_array(value)

listed(value) := [sprintf("%v", [value])] if not is_array(value)

everybody("*")

everybody(principal) if "*" in listed(principal.AWS)

everything(actions) if {
	some action in listed(actions)
	lower(action) in {"*", "s3:*"}
}

# Everything in the bucket; a pattern of some of its keys is not that.
whole_bucket(resources) if {
	some resource in listed(resources)
	regex.match(`^(\*|arn:[^:]*:s3:::[^/]*(\*|/\*))$`, resource)
}

# Another test beside it lets plain connections in that do not meet it. A least version of TLS is no such test: a plain
# connection has none, and is not compared.
only_on_plain(condition) if {
	count(condition) == 1
	some operator, tests in condition
	lower(operator) in {"bool", "boolifexists"}
	count(tests) == 1
	some key, value in tests
	lower(key) == "aws:securetransport"
	some one in listed(value)
	lower(one) == "false"
}

only_on_plain(condition) if {
	count(condition) == 1
	some operator, tests in condition

	# A plain connection has no version, and what it does not have is not less.
	lower(operator) == "numericlessthanifexists"
	count(tests) == 1
	some key, _ in tests
	lower(key) == "s3:tlsversion"
}
