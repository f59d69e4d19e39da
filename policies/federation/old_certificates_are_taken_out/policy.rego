# METADATA
# title: A provider must not take certificates that its identity provider gave up
# description: >-
#   A key that the identity provider no longer uses is no longer guarded, perhaps it was given up because it
#   leaked. As long as AWS takes it, whoever has it signs in as anybody.
# related_resources:
#   - https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_saml.html
# schemas:
#   - input: schema["identity-provider"]
# custom:
#   severity: high
#   subject: identity-provider
#   types: [aws.saml-provider]
#   reads: [published]
#   remediation: >-
#     Upload the current metadata of the identity provider. CLI: aws iam update-saml-provider; Terraform:
#     saml_metadata_document of the aws_iam_saml_provider.
#   controls:
#     nist-800-53-r5: [IA-5, IA-8]
package policies.federation.old_certificates_are_taken_out

findings contains finding if {
	some certificate in input.published.gone
	finding := {
		"key": certificate.fingerprint,
		"message": sprintf("%s takes %s, which %s does not use any more", [input.subject.label, certificate.subject, input.published.by[0].label]),
		"evidence": [input.subject.id, input.published.by[0].id],
	}
}
