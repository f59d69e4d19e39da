# METADATA
# title: Identity Center must take tokens of known issuers alone
# description: >-
#   Whoever runs a trusted token issuer says who somebody is. Every one of them is as good as the directory.
# related_resources:
#   - https://docs.aws.amazon.com/singlesignon/latest/userguide/trustedidentitypropagation.html
# schemas:
#   - input: schema["token-issuer"]
# custom:
#   severity: medium
#   subject: token-issuer
#   reads: []
#   remediation: >-
#     Delete it, or name it in the parameter where it is meant. CLI: aws sso-admin delete-trusted-token-
#     issuer.
#   controls:
#     nist-800-53-r5: [IA-8]
#   parameters:
#     issuers:
#       description: URLs of issuers that may vouch for people
#       default: []
#       schema: {type: array, uniqueItems: true, items: {type: string, minLength: 1}}
package policies.federation.token_issuers_are_known

findings contains finding if {
	is_string(input.subject.is.issuer)
	not input.subject.is.issuer in {issuer | some issuer in data.params.federation.token_issuers_are_known.issuers}
	finding := {
		"key": "issuer",
		"message": sprintf("%s takes tokens of %s", [input.subject.label, input.subject.is.issuer]),
		"evidence": [input.subject.id],
	}
}
