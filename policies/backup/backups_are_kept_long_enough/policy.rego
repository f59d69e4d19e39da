# METADATA
# title: Backups must be kept long enough
# description: >-
#   A mistake that nobody notices for a week is in all backups of that week.
# related_resources:
#   - https://docs.aws.amazon.com/aws-backup/latest/devguide/creating-a-backup-plan.html
# schemas:
#   - input: schema["data-store"]
# custom:
#   severity: low
#   subject: data-store
#   reads: [backups]
#   remediation: >-
#     Keep backups longer; Terraform: lifecycle.delete_after of the aws_backup_plan, backup_retention_period of
#     the database.
#   controls:
#     nist-800-53-r5: [CP-9, SI-12]
#   parameters:
#     min_days:
#       description: days that some backup is kept
#       default: 7
#       schema: {type: integer, minimum: 1}
package policies.backup.backups_are_kept_long_enough

findings contains finding if {
	# For ever is null.
	is_number(input.backups.keepDays)
	input.backups.keepDays < data.params.backup.backups_are_kept_long_enough.min_days
	finding := {
		"key": "days",
		"message": sprintf("Backups of %s are kept for %d days", [input.subject.label, input.backups.keepDays]),
		"evidence": [rule.rule | some rule in input.backups.rules],
	}
}
