# METADATA
# title: Every store must have a backup
# description: >-
#   What exists once is gone with one mistake. Replicas do not help: they follow what happens to the store.
# related_resources:
#   - https://docs.aws.amazon.com/aws-backup/latest/devguide/whatisbackup.html
# schemas:
#   - input: schema["data-store"]
# custom:
#   severity: medium
#   subject: data-store
#   reads: [backups]
#   complete: true
#   remediation: >-
#     Select the store in a backup plan, or switch on its own automatic backups. Terraform: aws_backup_selection,
#     backup_retention_period of the aws_db_instance.
#   controls:
#     nist-800-53-r5: [CP-9, CP-10]
#     aws-fsbp: [RDS.11, EFS.2]
#   parameters:
#     types:
#       description: types of stores that need backups
#       default: ["aws.db-instance", "aws.db-cluster", "aws.table", "aws.file-system", "aws.file-server", "aws.volume", "aws.redshift-cluster", "aws.cache-replication-group"]
#       schema: {type: array, uniqueItems: true, items: {type: string}}
#     classes:
#       description: classes of data that need backups, whatever keeps them
#       default: []
#       schema: {type: array, uniqueItems: true, items: {type: string}}
package policies.backup.every_store_is_backed_up

# A replica is made anew from what it is a replica of.
applicable if {
	wanted
	object.get(input.subject.is, "replicaOf", null) == null
}

wanted if input.subject.type in {type | some type in data.params.backup.every_store_is_backed_up.types}

wanted if {
	some class in data.params.backup.every_store_is_backed_up.classes
	class in {one | some one in input.backups.classes}
}

findings contains finding if {
	input.backups.exists == false
	finding := {
		"key": "backup",
		"message": sprintf("%s has no backup, and nothing makes one", [input.subject.label]),
		"evidence": [input.subject.id],
	}
}
