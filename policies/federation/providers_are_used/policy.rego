# METADATA
# title: Identity providers that nothing uses should go
# description: >-
#   A provider that no role trusts is a door that somebody forgot: the next role that names it by mistake is
#   open to whoever runs it by then.
# related_resources:
#   - https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers.html
#   - https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html
# schemas:
#   - input: schema["identity-provider"]
# custom:
#   severity: low
#   subject: identity-provider
#   types: [aws.saml-provider, aws.oidc-provider]
#   reads: [trusted_by, identity_pools, client_vpns]
#   complete: true
#   remediation: >-
#     Delete it. CLI: aws iam delete-saml-provider or delete-open-id-connect-provider; Terraform: remove the
#     aws_iam_saml_provider or aws_iam_openid_connect_provider.
#   controls:
#     nist-800-53-r5: [AC-2, CM-7]
package policies.federation.providers_are_used

findings contains finding if {
	count(input.trusted_by) == 0
	count(input.identity_pools) == 0
	count(input.client_vpns) == 0
	finding := {
		"key": "unused",
		"message": sprintf("Nothing uses %s", [input.subject.label]),
		"evidence": [input.subject.id],
	}
}
