# METADATA
# title: Delegated administrators must be known accounts
# description: >-
#   An account that manages a service for the whole organization acts in all of its accounts.
# related_resources:
#   - https://docs.aws.amazon.com/organizations/latest/userguide/orgs_delegate_policies.html
# schemas:
#   - input: schema["account"]
# custom:
#   severity: low
#   subject: account
#   reads: [delegations]
#   remediation: >-
#     Take the delegation back, or name the account in the parameter. CLI: aws organizations deregister-
#     delegated-administrator.
#   controls:
#     nist-800-53-r5: [AC-2, AC-6]
#   parameters:
#     accounts:
#       description: account ids that may manage services for all
#       default: []
#       schema: {type: array, uniqueItems: true, items: {type: string, minLength: 12}}
package policies.identity.delegated_administrators_are_known

findings contains finding if {
	not input.subject.account in {account | some account in data.params.identity.delegated_administrators_are_known.accounts}
	some delegation in input.delegations
	finding := {
		"key": delegation.is.service,
		"message": sprintf("%s manages %s for the whole organization", [input.subject.label, delegation.is.service]),
		"evidence": [input.subject.id],
	}
}
