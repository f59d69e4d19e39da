# METADATA
# title: Only accounts of the organization, and those that are named, may become roles
# description: >-
#   Each account outside the organization that a role trusts is a door that somebody else keeps. Those that are
#   wanted are few and have names.
# related_resources:
#   - https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_common-scenarios_aws-accounts.html
# schemas:
#   - input: schema["role"]
# custom:
#   severity: medium
#   subject: role
#   types: [aws.iam-role]
#   reads: [trust]
#   remediation: >-
#     Take the account out of the trust policy, or list it in the parameter. CLI: aws iam update-assume-role-
#     policy; Terraform: assume_role_policy of the aws_iam_role.
#   controls:
#     nist-800-53-r5: [AC-3, AC-20]
#   parameters:
#     trusted:
#       description: accounts outside the organization that may become roles
#       default: []
#       schema: {type: array, uniqueItems: true, items: {type: string, pattern: "^[0-9]{12}$"}}
package policies.federation.only_known_accounts_are_trusted

import data.lib.trust

findings contains finding if {
	some way in input.trust.ways
	way.party.relation in {"outside", "unknown"}
	not way.party.account in {account | some account in data.params.federation.only_known_accounts_are_trusted.trusted}
	finding := {
		"key": trust.key(way),
		"message": sprintf("%s trusts account %s, which is not known to be of the organization (%s)", [
			input.subject.label,
			way.party.account,
			trust.statement(way),
		]),
		"evidence": [trust.evidence(way, input.subject)],
	}
}
