# METADATA
# title: Sessions of Identity Center must end in time
# description: >-
#   Credentials of a permission set hold until their session ends, whatever happens to the person in
#   between.
# related_resources:
#   - https://docs.aws.amazon.com/singlesignon/latest/userguide/howtosessionduration.html
# schemas:
#   - input: schema["permission-set"]
# custom:
#   severity: low
#   subject: permission-set
#   reads: []
#   remediation: >-
#     Shorten the session. CLI: aws sso-admin update-permission-set --session-duration PT4H; Terraform:
#     session_duration of the aws_ssoadmin_permission_set.
#   controls:
#     nist-800-53-r5: [AC-12]
#   parameters:
#     hours:
#       description: hours that a session may last
#       default: 8
#       schema: {type: integer, minimum: 1, maximum: 12}
package policies.federation.permission_set_sessions_end_in_time

findings contains finding if {
	input.subject.is.sessionSeconds > data.params.federation.permission_set_sessions_end_in_time.hours * 3600
	finding := {
		"key": "session",
		"message": sprintf("Sessions of %s last %v hours", [input.subject.label, input.subject.is.sessionSeconds / 3600]),
		"evidence": [input.subject.id],
	}
}
