# METADATA
# title: What moves data must not be public
# description: >-
#   It holds connections to both ends, and copies of what passes: whoever reaches it reaches both.
# related_resources:
#   - https://docs.aws.amazon.com/dms/latest/userguide/CHAP_ReplicationInstance.PublicPrivate.html
#   - https://docs.aws.amazon.com/securityhub/latest/userguide/dms-controls.html#dms-1
# schemas:
#   - input: schema["transfer"]
# custom:
#   severity: high
#   subject: transfer
#   reads: []
#   remediation: >-
#     Make it anew in private subnets. CLI: aws dms create-replication-instance --no-publicly-accessible;
#     Terraform: publicly_accessible of the aws_dms_replication_instance.
#   controls:
#     aws-fsbp: [DMS.1]
#     dora: ["9(3)(a)"]
#     gdpr: ["32(1)(b)"]
#     iso-27001-2022: [A.5.14]
#     nis2: ["21(2)(e)"]
#     nist-800-53-r5: [AC-4, SC-7]
#     pci-dss-4.0.1: ["1.4.4"]
package policies.transfers.movers_are_not_public

findings contains finding if {
	input.subject.is.transferType in {"mover", "recovery-template", "recovery"}
	input.subject.is.isPublic == true
	finding := {
		"key": "public",
		"message": sprintf("%s has a public address", [input.subject.label]),
		"evidence": [input.subject.id],
	}
}
