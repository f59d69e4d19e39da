# METADATA
# title: Identity pools should give nothing to guests
# description: >-
#   Guests show nothing at all. What their role may do, the whole internet may do.
# related_resources:
#   - https://docs.aws.amazon.com/cognito/latest/developerguide/identity-pools.html
# schemas:
#   - input: schema["identity-pool"]
# custom:
#   severity: medium
#   subject: identity-pool
#   reads: []
#   remediation: >-
#     Switch guest access off. CLI: aws cognito-identity update-identity-pool --no-allow-unauthenticated-
#     identities; Terraform: allow_unauthenticated_identities of the aws_cognito_identity_pool.
#   controls:
#     aws-fsbp: [Cognito.2]
#     nist-800-53-r5: [AC-3, IA-8]
package policies.federation.guests_get_no_credentials

findings contains finding if {
	input.subject.is.unauthenticated == true
	finding := {
		"key": "guests",
		"message": sprintf("%s gives credentials to guests", [input.subject.label]),
		"evidence": [input.subject.id],
	}
}
