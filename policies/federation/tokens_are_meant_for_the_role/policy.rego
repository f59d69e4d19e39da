# METADATA
# title: A role must say for whom the tokens that it takes are meant
# description: >-
#   A token that an issuer signed for another application lets its holder become the role where the role does not
#   ask for an audience.
# related_resources:
#   - https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_oidc.html
# schemas:
#   - input: schema["role"]
# custom:
#   severity: medium
#   subject: role
#   types: [aws.iam-role]
#   reads: [trust]
#   remediation: >-
#     Ask for the audience, e.g. Condition StringEquals ISSUER:aud sts.amazonaws.com. CLI: aws iam update-assume-
#     role-policy; Terraform: assume_role_policy of the aws_iam_role.
#   controls:
#     nist-800-53-r5: [AC-3, IA-8]
package policies.federation.tokens_are_meant_for_the_role

import data.lib.trust

findings contains finding if {
	some way in input.trust.ways
	is_null(way.issuer.audiences)
	finding := {
		"key": trust.key(way),
		"message": sprintf("%s takes tokens of %s that are meant for anybody (%s)", [
			input.subject.label,
			way.issuer.name,
			trust.statement(way),
		]),
		"evidence": [trust.evidence(way, input.subject)],
	}
}
