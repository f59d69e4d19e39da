# METADATA
# title: The bucket of a trail must not be public
# description: >-
#   A record of every call shows accounts, roles, addresses and habits: it is a map for whoever wants in.
# related_resources:
#   - https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-s3-bucket-policy-for-cloudtrail.html
# schemas:
#   - input: schema["trail"]
# custom:
#   severity: critical
#   subject: trail
#   types: [aws.cloudtrail-trail]
#   reads: [bucket.account]
#   remediation: >-
#     CLI: aws s3api put-public-access-block, all four on; Terraform: aws_s3_bucket_public_access_block.
#   controls:
#     aws-fsbp: [CloudTrail.6]
#     dora: ["9(2)"]
#     gdpr: ["32(1)(b)"]
#     iso-27001-2022: [A.8.15]
#     nis2: ["21(2)(b)"]
#     nist-800-53-r5: [AU-9]
#     pci-dss-4.0.1: ["1.4.4", "10.3.2"]
package policies.audit.trail_buckets_are_not_public

findings contains finding if {
	open
	finding := {
		"key": "public",
		"message": sprintf("The bucket of %s is open to the public", [input.subject.label]),
		"evidence": [input.subject.id],
	}
}

open if {
	input.bucket.is.isPublic == true
	not blocked("restricts")
}

open if {
	count(input.bucket.is.publicGrants) > 0
	not blocked("ignoresAcls")
	not input.bucket.is.ownership == "bucket-owner-enforced"
}

# What the account blocks, it blocks for all of its buckets.
blocked(how) if input.bucket.is.publicBlock[how] == true

blocked(how) if input.bucket.account.is.publicBlock[how] == true
