# METADATA
# title: Event stores should be encrypted with a key of one's own
# description: >-
#   Years of calls lie in one place. A key says, apart from IAM, who may search them.
# related_resources:
#   - https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-lake.html
#   - https://docs.aws.amazon.com/securityhub/latest/userguide/cloudtrail-controls.html#cloudtrail-10
# schemas:
#   - input: schema["event-store"]
# custom:
#   severity: low
#   subject: event-store
#   types: [aws.cloudtrail-event-store]
#   reads: []
#   remediation: >-
#     CLI: aws cloudtrail update-event-data-store --kms-key-id KEY; Terraform: kms_key_id of the
#     aws_cloudtrail_event_data_store.
#   controls:
#     aws-fsbp: [CloudTrail.10]
#     dora: ["9(2)"]
#     iso-27001-2022: [A.8.24]
#     nis2: ["21(2)(h)"]
#     nist-800-53-r5: [AU-9]
#     pci-dss-4.0.1: ["10.3.2"]
package policies.audit.event_stores_have_a_key_of_their_own

findings contains finding if {
	input.subject.is.key == null
	finding := {
		"key": "key",
		"message": sprintf("%s is encrypted with no key of one's own", [input.subject.label]),
		"evidence": [input.subject.id],
	}
}
