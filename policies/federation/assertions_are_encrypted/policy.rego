# METADATA
# title: SAML assertions should be encrypted
# description: >-
#   An assertion passes through the browser of whoever signs in, with all that the identity provider says
#   about them. Encrypted, only AWS reads it.
# related_resources:
#   - https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_saml.html
# schemas:
#   - input: schema["identity-provider"]
# custom:
#   severity: low
#   subject: identity-provider
#   types: [aws.saml-provider]
#   reads: []
#   remediation: >-
#     Require it and give the identity provider the certificate. CLI: aws iam update-saml-provider
#     --assertion-encryption-mode Required.
#   controls:
#     nist-800-53-r5: [SC-8]
package policies.federation.assertions_are_encrypted

findings contains finding if {
	input.subject.is.encryption != "required"
	finding := {
		"key": "encryption",
		"message": sprintf("%s takes assertions that are not encrypted", [input.subject.label]),
		"evidence": [input.subject.id],
	}
}
