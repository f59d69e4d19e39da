# METADATA
# title: Buckets must keep versions
# description: >-
#   Without versions what is overwritten or deleted is gone.
# related_resources:
#   - https://docs.aws.amazon.com/AmazonS3/latest/userguide/Versioning.html
# schemas:
#   - input: schema["data-store"]
# custom:
#   severity: low
#   subject: data-store
#   types: [aws.bucket]
#   reads: []
#   remediation: >-
#     Switch on versioning; Terraform: aws_s3_bucket_versioning.
#   controls:
#     nist-800-53-r5: [CP-9, SI-12]
#     aws-fsbp: [S3.14]
package policies.backup.buckets_keep_versions

findings contains finding if {
	input.subject.is.versioned == false
	finding := {
		"key": "versions",
		"message": sprintf("%s keeps no versions", [input.subject.label]),
		"evidence": [input.subject.id],
	}
}
