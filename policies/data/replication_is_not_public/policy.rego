# METADATA
# title: Replication instances must not have public addresses
# description: >-
#   Whoever gets into a replication instance has the passwords of both of its databases.
# related_resources:
#   - https://docs.aws.amazon.com/dms/latest/userguide/CHAP_ReplicationInstance.html
# custom:
#   severity: high
#   subject: transfer
#   types: [aws.replication-instance]
#   reads: []
#   remediation: >-
#     Make it anew without one; Terraform: publicly_accessible = false of the aws_dms_replication_instance.
#   controls:
#     nist-800-53-r5: [AC-3, SC-7]
#     aws-fsbp: [DMS.1]
package policies.data.replication_is_not_public

findings contains finding if {
	input.subject.is.isPublic == true
	finding := {
		"key": "public",
		"message": sprintf("%s has a public address", [input.subject.label]),
		"evidence": [input.subject.id],
	}
}
