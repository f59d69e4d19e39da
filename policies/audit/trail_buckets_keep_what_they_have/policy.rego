# METADATA
# title: Files of a trail should not be deleted before their time
# description: >-
#   Whoever came in would like to be forgotten. Object lock keeps files for a time; a second factor for
#   deletion at least asks twice.
# related_resources:
#   - https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-security-best-practices.html
# schemas:
#   - input: schema["trail"]
# custom:
#   severity: low
#   subject: trail
#   types: [aws.cloudtrail-trail]
#   reads: [bucket]
#   remediation: >-
#     CLI: aws s3api put-object-lock-configuration, or put-bucket-versioning with MFADelete; Terraform:
#     aws_s3_bucket_object_lock_configuration.
#   controls:
#     dora: ["9(2)"]
#     iso-27001-2022: [A.8.15]
#     nis2: ["21(2)(b)"]
#     nist-800-53-r5: [AU-9]
#     pci-dss-4.0.1: ["10.3.2", "10.5.1"]
package policies.audit.trail_buckets_keep_what_they_have

findings contains finding if {
	input.bucket.is.deletesNeedMfa == false
	locked == false
	finding := {
		"key": "deletable",
		"message": sprintf("Files in the bucket of %s can be deleted with one factor and before their time", [
			input.subject.label,
		]),
		"evidence": [input.subject.id],
	}
}

default locked := false

locked if input.bucket.is.lock != null
