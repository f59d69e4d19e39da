# METADATA
# title: Buckets must not be public
# description: >-
#   Most of what leaked from clouds lay in a bucket that was open to everybody.
# related_resources:
#   - https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html
# schemas:
#   - input: schema["data-store"]
# custom:
#   severity: critical
#   subject: data-store
#   types: [aws.bucket]
#   reads: [account]
#   remediation: >-
#     Block public access on the account and the bucket, and take the public out of its policy and ACL; Terraform:
#     aws_s3_account_public_access_block, aws_s3_bucket_public_access_block.
#   controls:
#     nist-800-53-r5: [AC-3, AC-6, SC-7]
#     aws-fsbp: [S3.2, S3.3]
package policies.data.buckets_are_not_public

findings contains finding if {
	input.subject.is.isPublic == true
	not blocked("restricts")
	finding := {
		"key": "policy",
		"message": sprintf("The policy of %s lets the public in", [input.subject.label]),
		"evidence": [input.subject.id],
	}
}

findings contains finding if {
	some grant in input.subject.is.publicGrants
	not blocked("ignoresAcls")
	finding := {
		"key": concat("/", ["acl", grant.to, grant.permission]),
		"message": sprintf("The ACL of %s grants %s to %s", [input.subject.label, grant.permission, who[grant.to]]),
		"evidence": [input.subject.id],
	}
}

who := {"all": "everybody", "authenticated": "anybody with an account"}

blocked(how) if input.subject.is.publicBlock[how]

blocked(how) if input.account.is.publicBlock[how]
