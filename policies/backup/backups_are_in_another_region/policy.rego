# METADATA
# title: Backups must be in another Region too
# description: >-
#   A Region can be lost as a whole, for hours or for good. Where the law binds data to one place, name the
#   classes that may leave.
# related_resources:
#   - https://docs.aws.amazon.com/aws-backup/latest/devguide/cross-region-backup.html
#   - https://docs.aws.amazon.com/wellarchitected/latest/reliability-pillar/back-up-data.html
# schemas:
#   - input: schema["data-store"]
# custom:
#   severity: low
#   subject: data-store
#   reads: [backups]
#   complete: true
#   remediation: >-
#     Add a copy action to the backup plan for a vault in another allowed Region; Terraform: copy_action of the
#     aws_backup_plan.
#   controls:
#     nist-800-53-r5: [CP-6, CP-9]
#   parameters:
#     classes:
#       description: classes of data that need it, or none for all
#       default: []
#       schema: {type: array, uniqueItems: true, items: {type: string}}
package policies.backup.backups_are_in_another_region

# Of stores without backups another policy tells.
applicable if {
	input.backups.exists
	wanted
}

wanted if count(data.params.backup.backups_are_in_another_region.classes) == 0

wanted if {
	some class in data.params.backup.backups_are_in_another_region.classes
	class in {one | some one in input.backups.classes}
}

findings contains finding if {
	wanted
	input.backups.exists
	input.backups.otherRegion == false
	finding := {
		"key": "otherRegion",
		"message": sprintf("No backup of %s is in another Region", [input.subject.label]),
		"evidence": [input.subject.id],
	}
}
