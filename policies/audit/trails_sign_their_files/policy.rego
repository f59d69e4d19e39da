# METADATA
# title: Files of a trail must show when they were changed
# description: >-
#   Without digests nobody can prove that a file is as it was written, and an intruder may edit the record of
#   what was done.
# related_resources:
#   - https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-log-file-validation-intro.html
# schemas:
#   - input: schema["trail"]
# custom:
#   severity: medium
#   subject: trail
#   types: [aws.cloudtrail-trail]
#   reads: []
#   remediation: >-
#     CLI: aws cloudtrail update-trail --enable-log-file-validation; Terraform: enable_log_file_validation of
#     the aws_cloudtrail.
#   controls:
#     aws-fsbp: [CloudTrail.4]
#     cis-aws-3.0: ["3.2"]
#     cis-aws-5.0: ["3.2"]
#     cis-aws-7.0: ["4.2"]
#     dora: ["9(2)"]
#     iso-27001-2022: [A.8.15]
#     nis2: ["21(2)(b)"]
#     nist-800-53-r5: [AU-9, "SI-7(1)"]
#     pci-dss-4.0.1: ["10.3.4"]
package policies.audit.trails_sign_their_files

findings contains finding if {
	input.subject.is.validated == false
	finding := {
		"key": "validation",
		"message": sprintf("Files of %s can be changed without a trace", [input.subject.label]),
		"evidence": [input.subject.id],
	}
}
