# METADATA
# title: Roles that nobody uses should go
# description: >-
#   A role that was not used for months is missed by nobody and watched by nobody: what it may do waits for
#   whoever finds a way in.
# related_resources:
#   - https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_last-accessed.html
#   - https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html
# schemas:
#   - input: schema["role"]
# custom:
#   severity: low
#   subject: role
#   types: [aws.iam-role]
#   reads: [ages]
#   remediation: >-
#     Delete it, or take its policies away first and wait. CLI: aws iam delete-role; Terraform: remove the
#     aws_iam_role.
#   controls:
#     nist-800-53-r5: [AC-2, AC-6]
#   parameters:
#     days:
#       description: days without use that are not too many
#       default: 90
#       schema: {type: integer, minimum: 1}
package policies.identity.roles_are_used

findings contains finding if {
	not startswith(object.get(input.subject.is, "path", "/"), "/aws-service-role/")
	input.ages.unused != null
	input.ages.unused > data.params.identity.roles_are_used.days
	finding := {
		"key": "unused",
		"message": sprintf("Nobody used %s for %d days, as of %s", [input.subject.label, input.ages.unused, input.ages.asOf]),
		"evidence": [input.subject.id],
	}
}
