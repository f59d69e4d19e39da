# METADATA
# title: What may be lost must be within the objective
# description: >-
#   The time between two backups is what is lost in the worst case. An objective that no schedule meets is a wish.
# related_resources:
#   - https://docs.aws.amazon.com/wellarchitected/latest/reliability-pillar/rel_planning_for_recovery_objective_defined_recovery.html
# schemas:
#   - input: schema["data-store"]
# custom:
#   severity: medium
#   subject: data-store
#   reads: [backups]
#   remediation: >-
#     Back up more often, or continuously; Terraform: schedule and enable_continuous_backup of the rule in
#     aws_backup_plan.
#   controls:
#     nist-800-53-r5: [CP-9, CP-10]
#   parameters:
#     max_seconds:
#       description: seconds of work that may be lost
#       default: 86400
#       schema: {type: integer, minimum: 0}
package policies.backup.losses_are_within_the_objective

applicable if input.backups.exists

findings contains finding if {
	input.backups.lossSeconds > data.params.backup.losses_are_within_the_objective.max_seconds
	finding := {
		"key": "loss",
		"message": sprintf("%s may lose %d hours, and the objective is %d", [
			input.subject.label,
			ceil(input.backups.lossSeconds / 3600),
			ceil(data.params.backup.losses_are_within_the_objective.max_seconds / 3600),
		]),
		"evidence": [rule.rule | some rule in input.backups.rules],
	}
}
