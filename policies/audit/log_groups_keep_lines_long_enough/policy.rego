# METADATA
# title: Lines of a log must be kept long enough
# description: >-
#   An intrusion is often found months later. What was deleted by then cannot be read, and what is never
#   deleted may not be kept either.
# related_resources:
#   - https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/Working-with-log-groups-and-streams.html
#   - https://docs.aws.amazon.com/securityhub/latest/userguide/cloudwatch-controls.html#cloudwatch-16
# schemas:
#   - input: schema["log-group"]
# custom:
#   severity: low
#   subject: log-group
#   types: [aws.log-group]
#   reads: []
#   remediation: >-
#     CLI: aws logs put-retention-policy; Terraform: retention_in_days of the aws_cloudwatch_log_group.
#   controls:
#     aws-fsbp: [CloudWatch.16]
#     dora: ["10(1)"]
#     iso-27001-2022: [A.8.15]
#     nis2: ["21(2)(b)"]
#     nist-800-53-r5: [AU-11]
#     pci-dss-4.0.1: ["10.5.1"]
#   parameters:
#     least_days:
#       description: days that lines must be kept
#       default: 365
#       schema: {type: integer, minimum: 1}
#     for_ever:
#       description: lines may be kept for ever
#       default: true
#       schema: {type: boolean}
package policies.audit.log_groups_keep_lines_long_enough

params := data.params.audit.log_groups_keep_lines_long_enough

findings contains finding if {
	days := input.subject.is.retentionDays
	days != null
	days < params.least_days
	finding := {
		"key": "retention",
		"message": sprintf("%s keeps lines %d days, fewer than %d", [input.subject.label, days, params.least_days]),
		"evidence": [input.subject.id],
	}
}

findings contains finding if {
	input.subject.is.retentionDays == null
	params.for_ever == false
	finding := {
		"key": "for-ever",
		"message": sprintf("%s keeps lines for ever", [input.subject.label]),
		"evidence": [input.subject.id],
	}
}
