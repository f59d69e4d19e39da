# METADATA
# title: Passwords that nobody uses must go
# description: >-
#   Whoever guesses a password that its owner forgot is not noticed.
# related_resources:
#   - https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_finding-unused.html
# schemas:
#   - input: schema["user"]
# custom:
#   severity: medium
#   subject: user
#   types: [aws.iam-user]
#   reads: [ages]
#   remediation: >-
#     Take the password away. CLI: aws iam delete-login-profile.
#   controls:
#     cis-aws-3.0: ["1.12"]
#     nist-800-53-r5: [AC-2, IA-5]
#   parameters:
#     days:
#       description: days without use that are not too many
#       default: 45
#       schema: {type: integer, minimum: 1}
package policies.identity.unused_passwords_are_taken_away

findings contains finding if {
	is_string(input.subject.is.passwordLastUsed)
	not input.subject.is.root
	input.ages.unused > data.params.identity.unused_passwords_are_taken_away.days
	finding := {
		"key": "unused",
		"message": sprintf("Nobody used the password of %s for %d days, as of %s", [input.subject.label, input.ages.unused, input.ages.asOf]),
		"evidence": [input.subject.id],
	}
}
