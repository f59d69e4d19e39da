# METADATA
# title: Nobody from outside may become an administrator over other roles
# description: >-
#   A role that strangers, guests or tokens may take is one step away from others. Where some chain of them
#   ends at a role that may do everything, or give itself everything, each link looks harmless and the whole
#   hands over the account.
# related_resources:
#   - https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html
#   - https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles.html#iam-term-role-chaining
# schemas:
#   - input: schema["role"]
# custom:
#   severity: critical
#   subject: role
#   types: [aws.iam-role]
#   reads: [chains]
#   remediation: >-
#     Break the chain at its weakest link: causeway trust --to ROLE shows each step and the statement that
#     lets it. Narrow that trust policy, or take sts:AssumeRole or iam:PassRole from the role before it.
#   controls:
#     nist-800-53-r5: [AC-3, AC-6]
#   parameters:
#     origins:
#       description: where chains begin that are those of strangers
#       default: ["anyone", "guest", "outside-account", "web-identity", "oidc"]
#       schema: {type: array, uniqueItems: true, items: {type: string, enum: [anyone, guest, outside-account, unseen-account, web-identity, oidc, saml, identity-center, anchor, user, service]}}
package policies.federation.no_outsider_reaches_an_administrator

import data.lib.trust

findings contains finding if {
	input.chains.power in {"everything", "escalates"}
	some way in input.chains.origins
	way.origin in {origin | some origin in data.params.federation.no_outsider_reaches_an_administrator.origins}
	way.chain.sure
	count(way.chain.steps) > 1
	finding := {
		"key": way.origin,
		"message": sprintf("%s becomes %s in %d steps, which may do everything", [
			way.chain.steps[0].from.name,
			input.subject.label,
			count(way.chain.steps),
		]),
		"evidence": trust.steps(way.chain),
	}
}
