# METADATA
# title: A role must say for which service the assertions that it takes are meant
# description: >-
#   A SAML assertion names its audience. A role that takes assertions for any audience takes those that its
#   holder got to sign in elsewhere.
# related_resources:
#   - https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_saml.html
#   - https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html
# schemas:
#   - input: schema["role"]
# custom:
#   severity: medium
#   subject: role
#   types: [aws.iam-role]
#   reads: [trust]
#   remediation: >-
#     Ask for it: Condition StringEquals SAML:aud https://signin.aws.amazon.com/saml. CLI: aws iam update-assume-
#     role-policy; Terraform: assume_role_policy of the aws_iam_role.
#   controls:
#     nist-800-53-r5: [AC-3, IA-8]
package policies.federation.assertions_are_meant_for_the_provider

import data.lib.trust

findings contains finding if {
	some way in input.trust.ways
	way.call == "AssumeRoleWithSAML"
	not trust.bound(way, "saml:aud")
	finding := {
		"key": trust.key(way),
		"message": sprintf("%s takes assertions of %s that are meant for anybody (%s)", [
			input.subject.label,
			way.party.name,
			trust.statement(way),
		]),
		"evidence": [trust.evidence(way, input.subject)],
	}
}
