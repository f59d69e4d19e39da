# METADATA
# title: Event stores should be protected from deletion
# description: >-
#   One call removes a store with all its events, unless protection must be taken off first.
# related_resources:
#   - https://docs.aws.amazon.com/awscloudtrail/latest/userguide/query-event-data-store.html
# schemas:
#   - input: schema["event-store"]
# custom:
#   severity: low
#   subject: event-store
#   types: [aws.cloudtrail-event-store]
#   reads: []
#   remediation: >-
#     CLI: aws cloudtrail update-event-data-store --termination-protection-enabled; Terraform:
#     termination_protection_enabled of the aws_cloudtrail_event_data_store.
#   controls:
#     dora: ["9(2)"]
#     iso-27001-2022: [A.8.15]
#     nis2: ["21(2)(b)"]
#     nist-800-53-r5: [AU-9]
#     pci-dss-4.0.1: ["10.3.2"]
package policies.audit.event_stores_are_not_deleted_by_mistake

findings contains finding if {
	input.subject.is.deletionProtection == false
	finding := {
		"key": "deletion",
		"message": sprintf("%s can be deleted by one call", [input.subject.label]),
		"evidence": [input.subject.id],
	}
}
