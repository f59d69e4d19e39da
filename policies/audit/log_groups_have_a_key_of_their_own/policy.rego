# METADATA
# title: Log groups should be encrypted with a key of one's own
# description: >-
#   Lines of a log hold what programs saw. A key says, apart from IAM, who may read them.
# related_resources:
#   - https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html
# schemas:
#   - input: schema["log-group"]
# custom:
#   severity: low
#   subject: log-group
#   types: [aws.log-group]
#   reads: []
#   remediation: >-
#     CLI: aws logs associate-kms-key; Terraform: kms_key_id of the aws_cloudwatch_log_group.
#   controls:
#     dora: ["9(2)"]
#     gdpr: ["32(1)(a)"]
#     iso-27001-2022: [A.8.24]
#     nis2: ["21(2)(h)"]
#     nist-800-53-r5: [AU-9, "SC-28(1)"]
#     pci-dss-4.0.1: ["10.3.2"]
package policies.audit.log_groups_have_a_key_of_their_own

findings contains finding if {
	input.subject.is.key == null
	finding := {
		"key": "key",
		"message": sprintf("%s is encrypted with no key of one's own", [input.subject.label]),
		"evidence": [input.subject.id],
	}
}
