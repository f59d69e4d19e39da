# METADATA
# title: Passwords of users must be long
# description: >-
#   Short passwords are guessed by trying.
# related_resources:
#   - https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_passwords_account-policy.html
# schemas:
#   - input: schema["password-policy"]
# custom:
#   severity: medium
#   subject: password-policy
#   reads: []
#   remediation: >-
#     Set a length. CLI: aws iam update-account-password-policy --minimum-password-length 14; Terraform:
#     aws_iam_account_password_policy.
#   controls:
#     aws-fsbp: [IAM.7]
#     cis-aws-3.0: ["1.8"]
#     nist-800-53-r5: [IA-5(1)]
#   parameters:
#     length:
#       description: characters that a password must have
#       default: 14
#       schema: {type: integer, minimum: 6, maximum: 128}
package policies.identity.passwords_are_long

findings contains finding if {
	is_number(input.subject.is.minimumLength)
	input.subject.is.minimumLength < data.params.identity.passwords_are_long.length
	finding := {
		"key": "length",
		"message": sprintf("%s may have only %d characters", [input.subject.label, input.subject.is.minimumLength]),
		"evidence": [input.subject.id],
	}
}
