# METADATA
# title: Some backup must be in a vault that is apart
# description: >-
#   A logically air-gapped vault belongs to the provider: who takes over the account cannot take it along.
# related_resources:
#   - https://docs.aws.amazon.com/aws-backup/latest/devguide/logicallyairgappedvault.html
# schemas:
#   - input: schema["data-store"]
# custom:
#   severity: low
#   subject: data-store
#   reads: [backups]
#   complete: true
#   remediation: >-
#     Let the plan back up into a logically air-gapped vault, or copy there; Terraform:
#     aws_backup_logically_air_gapped_vault.
#   controls:
#     nist-800-53-r5: [CP-9]
#   parameters:
#     classes:
#       description: classes of data that need it, or none for all
#       default: []
#       schema: {type: array, uniqueItems: true, items: {type: string}}
package policies.backup.backups_are_kept_apart

# Of stores without backups another policy tells.
applicable if {
	input.backups.exists
	wanted
}

wanted if count(data.params.backup.backups_are_kept_apart.classes) == 0

wanted if {
	some class in data.params.backup.backups_are_kept_apart.classes
	class in {one | some one in input.backups.classes}
}

findings contains finding if {
	wanted
	input.backups.exists
	input.backups.airGapped == false
	finding := {
		"key": "airGapped",
		"message": sprintf("No backup of %s is in a vault apart from the account", [input.subject.label]),
		"evidence": [input.subject.id],
	}
}
