# METADATA
# title: Passwords of users must not be used again
# description: >-
#   Who goes back to an old password goes back to one that may have leaked.
# related_resources:
#   - https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_passwords_account-policy.html
# schemas:
#   - input: schema["password-policy"]
# custom:
#   severity: low
#   subject: password-policy
#   reads: []
#   remediation: >-
#     Let them be remembered. CLI: aws iam update-account-password-policy --password-reuse-prevention 24;
#     Terraform: aws_iam_account_password_policy.
#   controls:
#     cis-aws-3.0: ["1.9"]
#     nist-800-53-r5: [IA-5(1)]
#   parameters:
#     passwords:
#       description: earlier passwords that may not be used again
#       default: 24
#       schema: {type: integer, minimum: 1, maximum: 24}
package policies.identity.passwords_are_not_used_again

findings contains finding if {
	is_number(input.subject.is.remembered)
	input.subject.is.remembered < data.params.identity.passwords_are_not_used_again.passwords
	finding := {
		"key": "remembered",
		"message": sprintf("%s may be used again after %d others", [input.subject.label, input.subject.is.remembered]),
		"evidence": [input.subject.id],
	}
}
