# METADATA
# title: Buckets must block whatever would make them public
# description: >-
#   A block holds whatever somebody writes into a policy or ACL tomorrow.
# related_resources:
#   - https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html
# schemas:
#   - input: schema["data-store"]
# custom:
#   severity: medium
#   subject: data-store
#   types: [aws.bucket]
#   reads: [account]
#   remediation: >-
#     Switch all four settings on, on the account or on the bucket; Terraform: aws_s3_account_public_access_block,
#     aws_s3_bucket_public_access_block.
#   controls:
#     nist-800-53-r5: [AC-3, SC-7]
#     aws-fsbp: [S3.1, S3.8]
#     cis-aws-5.0: ["2.1.4"]
#     cis-aws-3.0: ["2.1.4"]
package policies.data.buckets_refuse_the_public

findings contains finding if {
	open := [how | some how, on in input.subject.is.publicBlock; on == false; not input.account.is.publicBlock[how]]
	count(open) > 0
	finding := {
		"key": "block",
		"message": sprintf("%s and its account do not block all that makes a bucket public: %s", [
			input.subject.label,
			concat(", ", sort(open)),
		]),
		"evidence": [input.subject.id],
	}
}
