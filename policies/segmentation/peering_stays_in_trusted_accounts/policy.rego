# METADATA
# title: Peering must stay among known accounts
# description: >-
#   A peering connection joins two networks as if they were one, as far as routes and groups allow. With an account
#   that nobody here answers for, a stranger's machine is a neighbour.
# related_resources:
#   - https://docs.aws.amazon.com/vpc/latest/peering/what-is-vpc-peering.html
#   - https://docs.aws.amazon.com/vpc/latest/peering/security-groups-and-peering.html
# schemas:
#   - input: schema["peering"]
# custom:
#   severity: medium
#   subject: peering
#   types: [aws.vpc-peering]
#   reads: [requester, accepter]
#   remediation: >-
#     Name the account in the parameter trusted_accounts once somebody answers for it, or delete the connection.
#     CLI: aws ec2 delete-vpc-peering-connection; Terraform: remove the aws_vpc_peering_connection.
#   controls:
#     dora: ["9(4)(b)"]
#     iso-27001-2022: [A.8.20, A.8.22]
#     nis2: ["21(2)(e)"]
#     nist-800-53-r5: [AC-4, CA-3, SC-7]
#   parameters:
#     trusted_accounts:
#       description: >-
#         ids of accounts whose networks may be joined, beside the owner of the connection and those whose networks
#         were collected
#       default: []
#       schema: {type: array, uniqueItems: true, items: {type: string, pattern: "^[0-9]{12}$"}}
package policies.segmentation.peering_stays_in_trusted_accounts

trusted := data.params.segmentation.peering_stays_in_trusted_accounts.trusted_accounts

findings contains finding if {
	not input.subject.is.state in {"deleted", "deleting", "rejected", "expired", "failed"}
	input.subject.is.requester.account != input.subject.is.accepter.account
	some account in strangers
	account != null
	account != input.subject.account
	not account in trusted
	finding := {
		"key": account,
		"message": sprintf("%s joins a network with one of account %s, which is not among the trusted ones", [
			input.subject.label,
			account,
		]),
		"evidence": [input.subject.id],
	}
}

# Whose network was not collected.
strangers contains input.subject.is.requester.account if is_null(input.requester)

strangers contains input.subject.is.accepter.account if is_null(input.accepter)
