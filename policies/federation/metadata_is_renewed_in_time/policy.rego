# METADATA
# title: Metadata of SAML providers must be renewed before it ends
# description: >-
#   Metadata says until when it holds, and IAM takes a provider no longer than that: then all who sign in by
#   it are locked out at once.
# related_resources:
#   - https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_saml.html
# schemas:
#   - input: schema["identity-provider"]
# custom:
#   severity: medium
#   subject: identity-provider
#   types: [aws.saml-provider]
#   reads: [ages]
#   remediation: >-
#     Upload current metadata of the identity provider. CLI: aws iam update-saml-provider; Terraform:
#     saml_metadata_document of the aws_iam_saml_provider.
#   controls:
#     nist-800-53-r5: [IA-5]
#   parameters:
#     days:
#       description: days before the end at which it is too late to wait
#       default: 30
#       schema: {type: integer, minimum: 1}
package policies.federation.metadata_is_renewed_in_time

findings contains finding if {
	input.ages.validUntil != null
	input.ages.validUntil < data.params.federation.metadata_is_renewed_in_time.days
	finding := {
		"key": "metadata",
		"message": sprintf("The metadata of %s ends in %d days, as of %s", [input.subject.label, input.ages.validUntil, input.ages.asOf]),
		"evidence": [input.subject.id],
	}
}
