# METADATA
# title: Backups must be in another account too
# description: >-
#   Whoever takes over an account deletes its backups first. Those of another account are out of their reach.
# related_resources:
#   - https://docs.aws.amazon.com/aws-backup/latest/devguide/create-cross-account-backup.html
# schemas:
#   - input: schema["data-store"]
# custom:
#   severity: low
#   subject: data-store
#   reads: [backups]
#   complete: true
#   remediation: >-
#     Add a copy action to the backup plan for a vault of another account; Terraform: copy_action of the
#     aws_backup_plan.
#   controls:
#     nist-800-53-r5: [CP-6, CP-9]
#   parameters:
#     classes:
#       description: classes of data that need it, or none for all
#       default: []
#       schema: {type: array, uniqueItems: true, items: {type: string}}
package policies.backup.backups_are_in_another_account

# Of stores without backups another policy tells.
applicable if {
	input.backups.exists
	wanted
}

wanted if count(data.params.backup.backups_are_in_another_account.classes) == 0

wanted if {
	some class in data.params.backup.backups_are_in_another_account.classes
	class in {one | some one in input.backups.classes}
}

findings contains finding if {
	wanted
	input.backups.exists
	input.backups.otherAccount == false
	finding := {
		"key": "otherAccount",
		"message": sprintf("No backup of %s is in another account", [input.subject.label]),
		"evidence": [input.subject.id],
	}
}
