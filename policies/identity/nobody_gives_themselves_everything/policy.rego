# METADATA
# title: Who may not do everything must not be able to give themselves everything
# description: >-
#   Some actions are as good as all of them: who may attach policies, write trust policies or hand strong roles
#   to machines becomes an administrator in one step, without being counted as one.
# related_resources:
#   - https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html
#   - https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html
# schemas:
#   - input: schema["role"]
# custom:
#   severity: high
#   subject: role
#   types: [aws.iam-role]
#   reads: [privileges]
#   remediation: >-
#     Name the resources on which the action is needed, take it away, or set a permissions boundary. CLI: aws iam
#     put-role-permissions-boundary; Terraform: permissions_boundary of the aws_iam_role.
#   controls:
#     nist-800-53-r5: [AC-2, AC-6]
package policies.identity.nobody_gives_themselves_everything

import data.lib.text

findings contains finding if {
	input.privileges.administrator == false
	names := [escalation.name | some escalation in input.privileges.escalations]
	count(names) > 0
	finding := {
		"key": "escalation",
		"message": sprintf("%s can give itself everything: it %s", [input.subject.label, text.few(names, 3)]),
		"evidence": [{
			"text": sprintf("It %s by %s", [escalation.name, concat(" with ", escalation.actions)]),
			"node": input.subject.id,
		} |
			some escalation in input.privileges.escalations
		],
	}
}
