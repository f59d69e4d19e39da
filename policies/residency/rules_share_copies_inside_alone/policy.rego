# METADATA
# title: Rules must share copies inside the organization alone, or with accounts that are named
# description: >-
#   A lifecycle policy shares each snapshot that it makes from now on.
# related_resources:
#   - https://docs.aws.amazon.com/ebs/latest/userguide/snapshot-lifecycle.html
# schemas:
#   - input: schema["copy-rule"]
# custom:
#   severity: high
#   subject: copy-rule
#   reads: []
#   remediation: >-
#     Take the account out of the sharing rule of the schedule, or list it in the parameter. Terraform: share_rule
#     of the aws_dlm_lifecycle_policy.
#   controls:
#     nist-800-53-r5: [AC-3, AC-20]
#   parameters:
#     trusted:
#       description: accounts that copies may be shared with
#       default: []
#       schema: {type: array, uniqueItems: true, items: {type: string}}
package policies.residency.rules_share_copies_inside_alone

findings contains finding if {
	some account in input.subject.is.sharesWith
	not account in {one | some one in data.params.residency.rules_share_copies_inside_alone.trusted}
	finding := {
		"key": account,
		"message": sprintf("%s shares what it copies with %s", [input.subject.label, account]),
		"evidence": [input.subject.id],
	}
}
