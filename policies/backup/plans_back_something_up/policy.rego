# METADATA
# title: Backup plans must have rules and take something
# description: >-
#   A plan that selects nothing, or has no rule, looks like a backup and is none.
# related_resources:
#   - https://docs.aws.amazon.com/aws-backup/latest/devguide/assigning-resources.html
# schemas:
#   - input: schema["copy-rule"]
# custom:
#   severity: low
#   subject: copy-rule
#   types: [aws.backup-plan]
#   reads: [parts]
#   complete: true
#   remediation: >-
#     Add a rule and a selection to the plan, or delete it; Terraform: aws_backup_selection.
#   controls:
#     nist-800-53-r5: [CP-9]
package policies.backup.plans_back_something_up

findings contains finding if {
	some wanted, word in {"aws.backup-rule": "rule", "aws.backup-selection": "selection"}
	count([part | some part in input.parts; part.type == wanted]) == 0
	finding := {
		"key": word,
		"message": sprintf("%s has no %s", [input.subject.label, word]),
		"evidence": [input.subject.id],
	}
}
