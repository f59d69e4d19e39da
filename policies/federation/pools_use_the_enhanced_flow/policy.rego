# METADATA
# title: Identity pools should choose the role themselves
# description: >-
#   In the classic flow a client names the role that it wants; every role that trusts the pool is open to
#   all of its people. In the enhanced flow the pool chooses, and bounds what guests may do.
# related_resources:
#   - https://docs.aws.amazon.com/cognito/latest/developerguide/authentication-flow.html
# schemas:
#   - input: schema["identity-pool"]
# custom:
#   severity: medium
#   subject: identity-pool
#   reads: []
#   remediation: >-
#     Switch the classic flow off. CLI: aws cognito-identity update-identity-pool --no-allow-classic-flow;
#     Terraform: allow_classic_flow of the aws_cognito_identity_pool.
#   controls:
#     nist-800-53-r5: [AC-3, AC-6]
package policies.federation.pools_use_the_enhanced_flow

findings contains finding if {
	input.subject.is.classicFlow == true
	finding := {
		"key": "classic",
		"message": sprintf("%s lets clients choose their role", [input.subject.label]),
		"evidence": [input.subject.id],
	}
}
