# METADATA
# title: Pages where people sign in must use HTTPS
# description: >-
#   Whoever reads along where a password is typed, or changes the page, has it. SAML sends people where its
#   metadata says.
# related_resources:
#   - https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_saml.html
# schemas:
#   - input: schema["identity-provider"]
# custom:
#   severity: high
#   subject: identity-provider
#   types: [aws.saml-provider, saml.identity-provider]
#   reads: []
#   remediation: >-
#     Give the identity provider addresses with https, and upload its metadata again.
#   controls:
#     nist-800-53-r5: [SC-8, SC-23]
package policies.federation.sign_in_pages_are_encrypted

findings contains finding if {
	some page in input.subject.is.signOn
	not startswith(lower(page.location), "https://")
	finding := {
		"key": page.location,
		"message": sprintf("%s sends people to %s", [input.subject.label, page.location]),
		"evidence": [input.subject.id],
	}
}
