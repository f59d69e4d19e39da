# METADATA
# title: Permission sets should be given to groups
# description: >-
#   What single people have is forgotten when they change places. Groups follow the directory.
# related_resources:
#   - https://docs.aws.amazon.com/singlesignon/latest/userguide/useraccess.html
#   - https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html
# schemas:
#   - input: schema["assignment"]
# custom:
#   severity: low
#   subject: assignment
#   reads: []
#   remediation: >-
#     Assign the permission set to a group of the identity store, and take it from the person. CLI: aws sso-
#     admin delete-account-assignment; Terraform: principal_type of the aws_ssoadmin_account_assignment.
#   controls:
#     nist-800-53-r5: [AC-2, AC-3]
package policies.federation.permission_sets_are_given_to_groups

findings contains finding if {
	input.subject.is.principalType == "user"
	finding := {
		"key": "user",
		"message": sprintf("A single person has a permission set: %s", [input.subject.label]),
		"evidence": [input.subject.id],
	}
}
