# METADATA
# title: Tables must be restorable to any moment
# description: >-
#   Without point-in-time recovery a faulty program overwrites a table, and the last backup is what is left.
# related_resources:
#   - https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Point-in-time-recovery.html
# schemas:
#   - input: schema["data-store"]
# custom:
#   severity: medium
#   subject: data-store
#   types: [aws.table]
#   reads: []
#   remediation: >-
#     Switch on point-in-time recovery; Terraform: point_in_time_recovery of the aws_dynamodb_table.
#   controls:
#     nist-800-53-r5: [CP-9, CP-10]
#     aws-fsbp: [DynamoDB.2]
package policies.backup.tables_restore_any_moment

findings contains finding if {
	input.subject.is.pointInTimeDays == 0
	finding := {
		"key": "point-in-time",
		"message": sprintf("%s cannot be restored to a moment", [input.subject.label]),
		"evidence": [input.subject.id],
	}
}
