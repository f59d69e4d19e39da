# METADATA
# title: Users must show a second factor to become administrators
# description: >-
#   Keys of users do not end by themselves and get lost. If a role that may do everything asks for no second
#   factor on the way, whoever finds such a key has the account.
# related_resources:
#   - https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa_configure-api-require.html
#   - https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html
# schemas:
#   - input: schema["role"]
# custom:
#   severity: high
#   subject: role
#   types: [aws.iam-role]
#   reads: [chains]
#   remediation: >-
#     Ask for it in the trust policy: Condition Bool aws:MultiFactorAuthPresent true. CLI: aws iam update-
#     assume-role-policy; Terraform: assume_role_policy of the aws_iam_role.
#   controls:
#     nist-800-53-r5: [AC-6, IA-2(1)]
package policies.federation.users_become_administrators_with_two_factors

import data.lib.trust

findings contains finding if {
	input.chains.power in {"everything", "escalates"}
	some way in input.chains.origins
	way.origin == "user"
	way.chain.sure
	not second_factor(way.chain)
	finding := {
		"key": "user",
		"message": sprintf("%s becomes %s, an administrator, without a second factor", [way.chain.steps[0].from.name, input.subject.label]),
		"evidence": trust.steps(way.chain),
	}
}

second_factor(chain) if {
	some step in chain.steps
	some key in {"aws:multifactorauthpresent", "aws:multifactorauthage"}
	key in step.asks
}
