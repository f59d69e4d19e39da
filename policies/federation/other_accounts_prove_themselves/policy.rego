# METADATA
# title: Other accounts must prove for whom they ask
# description: >-
#   A service of somebody else that keeps roles of many customers can be tricked into using yours for another
#   customer. An external id that it must send, or a second factor of the person who asks, stops that.
# related_resources:
#   - https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_common-scenarios_third-party.html
#   - https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html
# schemas:
#   - input: schema["role"]
# custom:
#   severity: high
#   subject: role
#   types: [aws.iam-role]
#   reads: [trust]
#   remediation: >-
#     Ask for an external id that the other side gave you (Condition StringEquals sts:ExternalId), or for a
#     second factor (Bool aws:MultiFactorAuthPresent true); for your own accounts ask for aws:PrincipalOrgID.
#     CLI: aws iam update-assume-role-policy; Terraform: assume_role_policy of the aws_iam_role.
#   controls:
#     nist-800-53-r5: [AC-3, AC-6, IA-2]
#   parameters:
#     trusted:
#       description: accounts of yours that need not prove themselves
#       default: []
#       schema: {type: array, uniqueItems: true, items: {type: string, pattern: "^[0-9]{12}$"}}
package policies.federation.other_accounts_prove_themselves

import data.lib.trust

findings contains finding if {
	some way in input.trust.ways
	way.party.relation in {"outside", "unknown"}
	not way.party.account in {account | some account in data.params.federation.other_accounts_prove_themselves.trusted}
	not proven(way)
	finding := {
		"key": trust.key(way),
		"message": sprintf("%s of account %s may become %s without an external id or a second factor (%s)", [
			who[way.party.type],
			way.party.account,
			input.subject.label,
			trust.statement(way),
		]),
		"evidence": [trust.evidence(way, input.subject)],
	}
}

who := {
	"account": "Anybody",
	"role": "A role",
	"user": "A user",
	"session": "A session",
	"federated-user": "A federated user",
}

proven(way) if trust.bound(way, "sts:externalid")

proven(way) if trust.second_factor(way)

proven(way) if trust.bound(way, "aws:principalorgid")

proven(way) if trust.bound(way, "aws:principalorgpaths")
