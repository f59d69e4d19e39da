# METADATA
# title: Stores must be protected from deletion
# description: >-
#   One wrong command, or one stolen session, deletes a store that nothing guards.
# related_resources:
#   - https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_DeleteInstance.html
#   - https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/WorkingWithTables.Basics.html
# schemas:
#   - input: schema["data-store"]
# custom:
#   severity: low
#   subject: data-store
#   reads: [cluster]
#   remediation: >-
#     Switch on deletion protection; Terraform: deletion_protection of the aws_db_instance,
#     deletion_protection_enabled of the aws_dynamodb_table.
#   controls:
#     nist-800-53-r5: [CP-9, CM-3]
#     aws-fsbp: [RDS.7, RDS.8, DynamoDB.6]
package policies.backup.stores_are_protected_from_deletion

findings contains finding if {
	input.subject.is.deletionProtection == false

	# Members of a cluster go when the cluster does, which has a protection of its own.
	is_null(input.cluster)
	finding := {
		"key": "deletion",
		"message": sprintf("%s can be deleted just like that", [input.subject.label]),
		"evidence": [input.subject.id],
	}
}
