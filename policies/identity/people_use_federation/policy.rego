# METADATA
# title: People should not be users of an account
# description: >-
#   A user of an account has a password of its own, in each account another, and stays when the person
#   leaves. An identity provider knows them all once.
# related_resources:
#   - https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html
#   - https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers.html
# schemas:
#   - input: schema["user"]
# custom:
#   severity: low
#   subject: user
#   types: [aws.iam-user]
#   reads: []
#   remediation: >-
#     Give them a permission set or a role by the identity provider, and delete the user. CLI: aws iam delete-
#     login-profile, then delete-user.
#   controls:
#     cis-aws-3.0: ["1.21"]
#     cis-aws-7.0: ["2.19"]
#     nist-800-53-r5: [AC-2, IA-2]
package policies.identity.people_use_federation

findings contains finding if {
	is_string(input.subject.is.passwordLastUsed)
	not input.subject.is.root
	finding := {
		"key": "password",
		"message": sprintf("%s signs in with a password of this account", [input.subject.label]),
		"evidence": [input.subject.id],
	}
}
