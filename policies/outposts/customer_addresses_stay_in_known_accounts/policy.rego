# METADATA
# title: Customer-owned addresses should be used by known accounts
# description: >-
#   A machine with such an address stands in the site's own network. Who gets one is as if they had plugged
#   in a cable.
# related_resources:
#   - https://docs.aws.amazon.com/outposts/latest/userguide/routing.html
# schemas:
#   - input: schema["address-pool"]
# custom:
#   severity: medium
#   subject: address-pool
#   types: [aws.coip-pool]
#   reads: []
#   remediation: >-
#     Take the address back, or name the account in the parameter accounts. CLI: aws ec2 release-address;
#     Terraform: customer_owned_ipv4_pool of the aws_eip.
#   controls:
#     dora: ["9(4)(b)"]
#     iso-27001-2022: [A.8.20, A.8.22]
#     nis2: ["21(2)(e)"]
#     nist-800-53-r5: [AC-4, SC-7]
#   parameters:
#     accounts:
#       description: ids of accounts that may use customer-owned addresses
#       default: []
#       schema: {type: array, uniqueItems: true, items: {type: string}}
package policies.outposts.customer_addresses_stay_in_known_accounts

findings contains finding if {
	some account in {use.account | some use in input.subject.is.uses; use.account != null}
	account != input.subject.account
	not account in data.params.outposts.customer_addresses_stay_in_known_accounts.accounts
	finding := {
		"key": account,
		"message": sprintf("Account %s uses addresses of %s", [account, input.subject.label]),
		"evidence": [input.subject.id],
	}
}
