# METADATA
# title: Users should have policies by groups alone
# description: >-
#   What is given to one user is forgotten there, and nobody sees who may do what by looking at groups.
# related_resources:
#   - https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html
#   - https://docs.aws.amazon.com/IAM/latest/UserGuide/id_groups.html
# schemas:
#   - input: schema["user"]
# custom:
#   severity: low
#   subject: user
#   types: [aws.iam-user]
#   reads: []
#   remediation: >-
#     Attach the policies to a group, and take them from the user. CLI: aws iam detach-user-policy, aws iam
#     delete-user-policy; Terraform: aws_iam_group_policy_attachment.
#   controls:
#     aws-fsbp: [IAM.2]
#     cis-aws-3.0: ["1.15"]
#     nist-800-53-r5: [AC-2, AC-3]
package policies.identity.users_have_policies_by_groups

findings contains finding if {
	own := count(object.get(input.subject.is, "attachedPolicies", [])) + count(object.get(input.subject.is, "inlinePolicies", []))
	own > 0
	finding := {
		"key": "policies",
		"message": sprintf("%s has %d policies of its own", [input.subject.label, own]),
		"evidence": [input.subject.id],
	}
}
