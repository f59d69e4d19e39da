# METADATA
# title: An endpoint service must name who may ask
# description: >-
#   With a star every account of the provider may try, and the list of requests is where somebody clicks on
#   the wrong one.
# related_resources:
#   - https://docs.aws.amazon.com/vpc/latest/privatelink/configure-endpoint-service.html
# schemas:
#   - input: schema["endpoint-service"]
# custom:
#   severity: medium
#   subject: endpoint-service
#   types: [aws.vpc-endpoint-service]
#   reads: []
#   remediation: >-
#     CLI: aws ec2 modify-vpc-endpoint-service-permissions --remove-allowed-principals '*'; Terraform:
#     allowed_principals.
#   controls:
#     dora: ["9(4)(b)"]
#     iso-27001-2022: [A.8.20, A.8.22]
#     nis2: ["21(2)(e)"]
#     nist-800-53-r5: [AC-3, AC-4]
#   parameters:
#     accounts:
#       description: ids of accounts that may ask; none is any that is named in the service
#       default: []
#       schema: {type: array, uniqueItems: true, items: {type: string}}
package policies.endpoints.services_name_who_may_ask

params := data.params.endpoints.services_name_who_may_ask

findings contains finding if {
	some one in input.subject.is.principals
	one.principal == "*"
	finding := {
		"key": "*",
		"message": sprintf("Everybody may ask %s", [input.subject.label]),
		"evidence": [input.subject.id],
	}
}

# Accounts stand in ARNs, of themselves or of roles and users in them.
findings contains finding if {
	count(params.accounts) > 0
	some account in {split(one.principal, ":")[4] | some one in input.subject.is.principals; contains(one.principal, ":")}
	not account in params.accounts
	account != input.subject.account
	finding := {
		"key": account,
		"message": sprintf("Account %s may ask %s", [account, input.subject.label]),
		"evidence": [input.subject.id],
	}
}
