# METADATA
# title: Sessions that certificates open should be bounded
# description: >-
#   A profile without policies gives a certificate all that the role may do. Policies of the profile hold
#   every session to what machines outside need.
# related_resources:
#   - https://docs.aws.amazon.com/rolesanywhere/latest/userguide/getting-started.html
# schemas:
#   - input: schema["credential-profile"]
# custom:
#   severity: medium
#   subject: credential-profile
#   types: [aws.roles-anywhere-profile]
#   reads: []
#   remediation: >-
#     Give the profile a session policy or managed policies. CLI: aws rolesanywhere update-profile --managed-
#     policy-arns; Terraform: managed_policy_arns of the aws_rolesanywhere_profile.
#   controls:
#     nist-800-53-r5: [AC-6]
package policies.federation.certificate_sessions_are_bounded

findings contains finding if {
	input.subject.is.enabled == true
	count(input.subject.is.managedPolicies) == 0
	input.subject.is.sessionPolicy == null
	finding := {
		"key": "unbounded",
		"message": sprintf("Sessions of %s may do all that its roles may", [input.subject.label]),
		"evidence": [input.subject.id],
	}
}
