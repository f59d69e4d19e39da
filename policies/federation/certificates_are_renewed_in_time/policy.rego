# METADATA
# title: Certificates of identity providers must be renewed before they expire
# description: >-
#   When the certificate by which a provider signs ends, nobody signs in any more, often those first who
#   could mend it.
# related_resources:
#   - https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_saml.html
#   - https://docs.aws.amazon.com/rolesanywhere/latest/userguide/getting-started.html
# schemas:
#   - input: schema["identity-provider"]
# custom:
#   severity: medium
#   subject: identity-provider
#   types: [aws.saml-provider, aws.trust-anchor]
#   reads: [ages]
#   remediation: >-
#     Get the new certificate from the identity provider and bring it in beside the old one. CLI: aws iam
#     update-saml-provider, aws rolesanywhere update-trust-anchor; Terraform: saml_metadata_document of the
#     aws_iam_saml_provider.
#   controls:
#     nist-800-53-r5: [IA-5, SC-13]
#   parameters:
#     days:
#       description: days before the end at which it is too late to wait
#       default: 30
#       schema: {type: integer, minimum: 1}
package policies.federation.certificates_are_renewed_in_time

findings contains finding if {
	some certificate in input.ages.certificates
	certificate.days < data.params.federation.certificates_are_renewed_in_time.days
	finding := {
		"key": certificate.fingerprint,
		"message": sprintf("%s of %s ends in %d days, as of %s", [certificate.subject, input.subject.label, certificate.days, input.ages.asOf]),
		"evidence": [input.subject.id],
	}
}
