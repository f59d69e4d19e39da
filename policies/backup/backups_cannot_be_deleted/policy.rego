# METADATA
# title: Some backup must be where nobody can delete it
# description: >-
#   A vault that is locked keeps backups against mistakes, and against whoever encrypts data and asks for money.
# related_resources:
#   - https://docs.aws.amazon.com/aws-backup/latest/devguide/vault-lock.html
# schemas:
#   - input: schema["data-store"]
# custom:
#   severity: low
#   subject: data-store
#   reads: [backups]
#   complete: true
#   remediation: >-
#     Back up into a vault with a lock, or copy there; Terraform: aws_backup_vault_lock_configuration.
#   controls:
#     nist-800-53-r5: [CP-9, SI-12]
#   parameters:
#     classes:
#       description: classes of data that need it, or none for all
#       default: []
#       schema: {type: array, uniqueItems: true, items: {type: string}}
package policies.backup.backups_cannot_be_deleted

# Of stores without backups another policy tells.
applicable if {
	input.backups.exists
	wanted
}

wanted if count(data.params.backup.backups_cannot_be_deleted.classes) == 0

wanted if {
	some class in data.params.backup.backups_cannot_be_deleted.classes
	class in {one | some one in input.backups.classes}
}

findings contains finding if {
	wanted
	input.backups.exists
	input.backups.locked == false
	finding := {
		"key": "locked",
		"message": sprintf("No backup of %s cannot be deleted before its time", [input.subject.label]),
		"evidence": [input.subject.id],
	}
}
