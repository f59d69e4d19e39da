# METADATA
# title: Policies of stores must let in accounts of the organization alone, or those that are named
# description: >-
#   Whom the policy of a bucket or repository lets in can copy all of it to wherever they like.
# related_resources:
#   - https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
#   - https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-overview.html
# schemas:
#   - input: schema["data-store"]
# custom:
#   severity: high
#   subject: data-store
#   reads: [placement]
#   remediation: >-
#     Take the account out of the policy, ask for aws:PrincipalOrgID, or list it in the parameter. Terraform:
#     aws_s3_bucket_policy, aws_ecr_repository_policy.
#   controls:
#     nist-800-53-r5: [AC-3, AC-20]
#     aws-fsbp: [S3.6]
#   parameters:
#     trusted:
#       description: accounts outside that may be let in
#       default: []
#       schema: {type: array, uniqueItems: true, items: {type: string}}
package policies.data.stores_let_in_known_accounts

findings contains finding if {
	some share in input.placement.shared
	share.copy == input.subject.id
	share.relation in {"outside", "unknown"}
	not share["with"] in {account | some account in data.params.data.stores_let_in_known_accounts.trusted}
	finding := {
		"key": share["with"],
		"message": sprintf("%s lets in %s, which is not known to be of the organization", [input.subject.label, share["with"]]),
		"evidence": [input.subject.id],
	}
}

findings contains finding if {
	some share in input.placement.shared
	share.copy == input.subject.id
	share.relation == "everyone"

	# Of buckets another policy tells, which knows what is blocked.
	input.subject.type != "aws.bucket"
	finding := {
		"key": "everyone",
		"message": sprintf("%s lets everybody in", [input.subject.label]),
		"evidence": [input.subject.id],
	}
}
