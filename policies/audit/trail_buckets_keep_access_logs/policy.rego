# METADATA
# title: The bucket of a trail must log who reads it
# description: >-
#   Who read or removed the record of what was done is told by the access log of its bucket alone.
# related_resources:
#   - https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-s3-bucket-policy-for-cloudtrail.html
# schemas:
#   - input: schema["trail"]
# custom:
#   severity: low
#   subject: trail
#   types: [aws.cloudtrail-trail]
#   reads: [bucket]
#   remediation: >-
#     CLI: aws s3api put-bucket-logging; Terraform: aws_s3_bucket_logging.
#   controls:
#     aws-fsbp: [CloudTrail.7]
#     cis-aws-3.0: ["3.4"]
#     cis-aws-5.0: ["3.4"]
#     cis-aws-7.0: ["4.4"]
#     dora: ["9(2)"]
#     iso-27001-2022: [A.8.15]
#     nis2: ["21(2)(b)"]
#     nist-800-53-r5: [AU-9]
#     pci-dss-4.0.1: ["10.2.1"]
package policies.audit.trail_buckets_keep_access_logs

findings contains finding if {
	input.bucket.is.logsTo == []
	finding := {
		"key": "access-logs",
		"message": sprintf("Nobody writes down who reads the bucket of %s", [input.subject.label]),
		"evidence": [input.subject.id],
	}
}
