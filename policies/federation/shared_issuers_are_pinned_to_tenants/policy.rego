# METADATA
# title: Tokens of a shared issuer must be those of named tenants
# description: >-
#   GitHub, GitLab, Terraform Cloud and others sign tokens for everybody with one key. A role that does not say
#   whose of them it takes can be had by anyone with an account there.
# related_resources:
#   - https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_oidc_secure-by-default.html
#   - https://docs.github.com/en/actions/how-tos/secure-your-work/security-harden-deployments/oidc-in-aws
# schemas:
#   - input: schema["role"]
# custom:
#   severity: critical
#   subject: role
#   types: [aws.iam-role]
#   reads: [trust]
#   remediation: >-
#     Ask for the subject, e.g. Condition StringLike token.actions.githubusercontent.com:sub
#     repo:OWNER/REPOSITORY:*, with the owner written out. CLI: aws iam update-assume-role-policy; Terraform:
#     assume_role_policy of the aws_iam_role.
#   controls:
#     nist-800-53-r5: [AC-3, IA-8]
package policies.federation.shared_issuers_are_pinned_to_tenants

import data.lib.trust

findings contains finding if {
	some way in input.trust.ways
	way.issuer.shared == true
	is_null(way.issuer.tenants)
	finding := {
		"key": trust.key(way),
		"message": sprintf("Anybody with a token of %s may become %s%s (%s)", [
			way.issuer.name,
			input.subject.label,
			example(way),
			trust.statement(way),
		]),
		"evidence": [trust.evidence(way, input.subject)],
	}
}

default example(_) := ""

example(way) := sprintf(", e.g. with the subject %q", [subject]) if {
	subject := way.keys[lower(sprintf("%s:sub", [way.issuer.name]))].example
	subject != ""
}
