# METADATA
# title: A trail should write to a log group too
# description: >-
#   Files are good for looking back. What is to be noticed while it happens must come to a log group, where
#   filters and alarms wait.
# related_resources:
#   - https://docs.aws.amazon.com/awscloudtrail/latest/userguide/send-cloudtrail-events-to-cloudwatch-logs.html
# schemas:
#   - input: schema["trail"]
# custom:
#   severity: low
#   subject: trail
#   types: [aws.cloudtrail-trail]
#   reads: []
#   remediation: >-
#     CLI: aws cloudtrail update-trail --cloud-watch-logs-log-group-arn GROUP --cloud-watch-logs-role-arn
#     ROLE; Terraform: cloud_watch_logs_group_arn of the aws_cloudtrail.
#   controls:
#     aws-fsbp: [CloudTrail.5]
#     dora: ["10(1)"]
#     iso-27001-2022: [A.8.16]
#     nis2: ["21(2)(b)"]
#     nist-800-53-r5: [AU-6, SI-4]
#     pci-dss-4.0.1: ["10.2.1"]
package policies.audit.trails_write_to_a_log_group

findings contains finding if {
	input.subject.is.logGroup == null
	finding := {
		"key": "log-group",
		"message": sprintf("%s writes to no log group", [input.subject.label]),
		"evidence": [input.subject.id],
	}
}
