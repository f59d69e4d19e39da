# METADATA
# title: Who may give rights to others should be bounded
# description: >-
#   Somebody who makes roles for a team needs no more than a team may have. A permissions boundary holds
#   them, and what they make, to that.
# related_resources:
#   - https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html
# schemas:
#   - input: schema["user"]
# custom:
#   severity: medium
#   subject: user
#   types: [aws.iam-user]
#   reads: [privileges]
#   remediation: >-
#     Set a boundary. CLI: aws iam put-user-permissions-boundary; Terraform: permissions_boundary of the
#     aws_iam_user.
#   controls:
#     nist-800-53-r5: [AC-2, AC-6]
package policies.identity.who_gives_rights_is_bounded

findings contains finding if {
	input.privileges.administrator == false
	input.privileges.guarded == false
	names := [one.name | some one in input.privileges.escalations]
	count(names) > 0
	finding := {
		"key": "bounds",
		"message": sprintf("%s %s, and nothing bounds it", [input.subject.label, names[0]]),
		"evidence": [input.subject.id],
	}
}
