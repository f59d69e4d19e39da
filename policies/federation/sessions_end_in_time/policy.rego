# METADATA
# title: Sessions of a role must end in time
# description: >-
#   A session goes on until it ends, also when its holder has left or its key was stolen. The longer it may last,
#   the later a thief is out.
# related_resources:
#   - https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_update-role-settings.html
# schemas:
#   - input: schema["role"]
# custom:
#   severity: low
#   subject: role
#   types: [aws.iam-role]
#   reads: []
#   remediation: >-
#     Shorten it. CLI: aws iam update-role --max-session-duration 3600; Terraform: max_session_duration of the
#     aws_iam_role.
#   controls:
#     nist-800-53-r5: [AC-12]
#   parameters:
#     most_hours:
#       description: hours that a session may last
#       default: 8
#       schema: {type: integer, minimum: 1, maximum: 12}
package policies.federation.sessions_end_in_time

findings contains finding if {
	most := data.params.federation.sessions_end_in_time.most_hours
	input.subject.is.maxSessionSeconds > most * 3600
	finding := {
		"key": "session",
		"message": sprintf("Sessions of %s may last %v hours, longer than %d", [
			input.subject.label,
			input.subject.is.maxSessionSeconds / 3600,
			most,
		]),
		"evidence": [input.subject.id],
	}
}
