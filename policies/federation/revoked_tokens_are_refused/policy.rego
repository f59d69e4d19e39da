# METADATA
# title: Identity pools should refuse tokens that were revoked
# description: >-
#   Without the check on the server a token of somebody who was signed out or disabled is good until it
#   expires.
# related_resources:
#   - https://docs.aws.amazon.com/cognito/latest/developerguide/role-based-access-control.html
# schemas:
#   - input: schema["identity-pool"]
# custom:
#   severity: low
#   subject: identity-pool
#   reads: []
#   remediation: >-
#     Switch the check on. CLI: aws cognito-identity update-identity-pool with ServerSideTokenCheck=true;
#     Terraform: server_side_token_check of the aws_cognito_identity_pool.
#   controls:
#     nist-800-53-r5: [AC-12, IA-5]
package policies.federation.revoked_tokens_are_refused

findings contains finding if {
	some provider in input.subject.is.providers
	provider.type == "user-pool"
	provider.serverSideCheck == false
	finding := {
		"key": sprintf("%v/%v", [provider.name, provider.clientId]),
		"message": sprintf("%s takes revoked tokens of %s", [input.subject.label, provider.name]),
		"evidence": [input.subject.id],
	}
}
