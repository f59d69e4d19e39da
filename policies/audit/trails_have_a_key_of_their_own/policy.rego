# METADATA
# title: Files of a trail should be encrypted with a key of one's own
# description: >-
#   Whoever may read a bucket reads what everybody does. A key says again, and apart from the bucket, who
#   may.
# related_resources:
#   - https://docs.aws.amazon.com/awscloudtrail/latest/userguide/encrypting-cloudtrail-log-files-with-aws-kms.html
# schemas:
#   - input: schema["trail"]
# custom:
#   severity: medium
#   subject: trail
#   types: [aws.cloudtrail-trail]
#   reads: []
#   remediation: >-
#     CLI: aws cloudtrail update-trail --kms-key-id KEY; Terraform: kms_key_id of the aws_cloudtrail.
#   controls:
#     aws-fsbp: [CloudTrail.2]
#     cis-aws-3.0: ["3.5"]
#     cis-aws-5.0: ["3.5"]
#     cis-aws-7.0: ["4.5"]
#     dora: ["9(2)"]
#     gdpr: ["32(1)(a)"]
#     iso-27001-2022: [A.8.24]
#     nis2: ["21(2)(h)"]
#     nist-800-53-r5: [AU-9, "SC-28(1)"]
#     pci-dss-4.0.1: ["10.3.2"]
package policies.audit.trails_have_a_key_of_their_own

findings contains finding if {
	input.subject.is.key == null
	finding := {
		"key": "key",
		"message": sprintf("Files of %s are encrypted with no key of one's own", [input.subject.label]),
		"evidence": [input.subject.id],
	}
}
