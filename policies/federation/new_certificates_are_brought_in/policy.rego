# METADATA
# title: A provider should have all certificates of its identity provider
# description: >-
#   Identity providers publish their next certificate before they sign by it. Where AWS does not have it by
#   then, everybody is locked out on that day.
# related_resources:
#   - https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_saml.html
# schemas:
#   - input: schema["identity-provider"]
# custom:
#   severity: medium
#   subject: identity-provider
#   types: [aws.saml-provider]
#   reads: [published]
#   remediation: >-
#     Upload the current metadata of the identity provider. CLI: aws iam update-saml-provider; Terraform:
#     saml_metadata_document of the aws_iam_saml_provider.
#   controls:
#     nist-800-53-r5: [IA-5]
package policies.federation.new_certificates_are_brought_in

findings contains finding if {
	some certificate in input.published.missing
	finding := {
		"key": certificate.fingerprint,
		"message": sprintf("%s does not have %s, by which %s signs", [input.subject.label, certificate.subject, input.published.by[0].label]),
		"evidence": [input.subject.id, input.published.by[0].id],
	}
}
