# METADATA
# title: What moves data without an end should stand in two zones
# description: >-
#   A replication that never ends is a part of the application: when its zone fails the two ends drift apart.
# related_resources:
#   - https://docs.aws.amazon.com/securityhub/latest/userguide/dms-controls.html#dms-13
# schemas:
#   - input: schema["transfer"]
# custom:
#   severity: low
#   subject: transfer
#   reads: []
#   remediation: >-
#     CLI: aws dms modify-replication-instance --multi-az; Terraform: multi_az of the
#     aws_dms_replication_instance.
#   controls:
#     aws-fsbp: [DMS.13]
#     dora: ["12(5)"]
#     iso-27001-2022: [A.8.14]
#     nis2: ["21(2)(c)"]
#     nist-800-53-r5: [CP-8, CP-10]
package policies.transfers.movers_span_zones

findings contains finding if {
	input.subject.is.transferType == "mover"
	input.subject.is.multiZone == false
	finding := {
		"key": "zones",
		"message": sprintf("%s stands in one zone", [input.subject.label]),
		"evidence": [input.subject.id],
	}
}
