# METADATA
# title: Keys by which identities are vouched for must be long
# description: >-
#   Whoever finds the private key behind a certificate signs assertions for anybody. RSA below 2048 bits is
#   no longer taken to withstand that.
# related_resources:
#   - https://csrc.nist.gov/pubs/sp/800/131/a/r2/final
#   - https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_saml.html
# schemas:
#   - input: schema["identity-provider"]
# custom:
#   severity: high
#   subject: identity-provider
#   types: [aws.saml-provider, aws.trust-anchor, saml.identity-provider]
#   reads: []
#   remediation: >-
#     Issue a certificate with an RSA key of 2048 bits or more, or an elliptic curve, at the identity
#     provider, and bring it in.
#   controls:
#     nist-800-53-r5: [IA-5, SC-13]
#   parameters:
#     bits:
#       description: length of RSA keys that will do
#       default: 2048
#       schema: {type: integer, minimum: 1024}
package policies.federation.signing_keys_are_long

findings contains finding if {
	some certificate in input.subject.is.certificates
	certificate.keyType == "rsa"
	certificate.keyBits < data.params.federation.signing_keys_are_long.bits
	finding := {
		"key": certificate.fingerprint,
		"message": sprintf("%s of %s has a key of only %d bits", [certificate.subject, input.subject.label, certificate.keyBits]),
		"evidence": [input.subject.id],
	}
}
