# METADATA
# title: Databases must keep automatic backups
# description: >-
#   Without automatic backups there is no log to restore a moment from.
# related_resources:
#   - https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_WorkingWithAutomatedBackups.html
# schemas:
#   - input: schema["data-store"]
# custom:
#   severity: medium
#   subject: data-store
#   types: [aws.db-instance, aws.db-cluster, aws.redshift-cluster]
#   reads: []
#   remediation: >-
#     Keep them for at least a week; Terraform: backup_retention_period, or automated_snapshot_retention_period of
#     the aws_redshift_cluster.
#   controls:
#     nist-800-53-r5: [CP-9]
#     aws-fsbp: [RDS.11, Redshift.3]
package policies.backup.databases_keep_automatic_backups

findings contains finding if {
	input.subject.is.backupDays == 0
	finding := {
		"key": "backups",
		"message": sprintf("%s keeps no automatic backups", [input.subject.label]),
		"evidence": [input.subject.id],
	}
}
