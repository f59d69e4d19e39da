# METADATA
# title: Sessions that certificates open must end in time
# description: >-
#   A certificate that is revoked opens no more sessions, and those that it opened go on until they end.
# related_resources:
#   - https://docs.aws.amazon.com/rolesanywhere/latest/userguide/getting-started.html
# schemas:
#   - input: schema["credential-profile"]
# custom:
#   severity: low
#   subject: credential-profile
#   types: [aws.roles-anywhere-profile]
#   reads: []
#   remediation: >-
#     Shorten them: machines renew them by themselves. CLI: aws rolesanywhere update-profile --duration-
#     seconds 3600; Terraform: duration_seconds of the aws_rolesanywhere_profile.
#   controls:
#     nist-800-53-r5: [AC-12]
#   parameters:
#     seconds:
#       description: seconds that a session may last
#       default: 3600
#       schema: {type: integer, minimum: 900, maximum: 43200}
package policies.federation.certificate_sessions_end_in_time

findings contains finding if {
	input.subject.is.enabled == true
	input.subject.is.sessionSeconds > data.params.federation.certificate_sessions_end_in_time.seconds
	finding := {
		"key": "session",
		"message": sprintf("Sessions of %s last %d seconds", [input.subject.label, input.subject.is.sessionSeconds]),
		"evidence": [input.subject.id],
	}
}
