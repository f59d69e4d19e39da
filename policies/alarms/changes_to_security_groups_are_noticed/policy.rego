# METADATA
# title: Somebody must be told of changes to security groups
# description: >-
#   A rule that is added opens a machine at once. What counts is whether a filter takes these events, not how
#   it is written, and whether its alarm goes off at the first one and reaches somebody.
# related_resources:
#   - https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/MonitoringLogData.html
#   - https://docs.aws.amazon.com/securityhub/latest/userguide/cloudwatch-controls.html
# schemas:
#   - input: schema["account"]
# custom:
#   severity: low
#   subject: account
#   types: [aws.account]
#   reads: [trails.log_group.metric_filters.metrics.alarms.topics.subscriptions]
#   complete: true
#   remediation: >-
#     Let a trail of all Regions write to a log group, count these events by a metric filter, and let an
#     alarm on that metric tell a topic with a confirmed subscription. CLI: aws logs put-metric-filter, aws
#     cloudwatch put-metric-alarm; Terraform: aws_cloudwatch_log_metric_filter, aws_cloudwatch_metric_alarm.
#   controls:
#     cis-aws-3.0: ["4.10"]
#     cis-aws-5.0: ["4.10"]
#     cis-aws-7.0: ["5.10"]
#     dora: ["10(1)"]
#     iso-27001-2022: [A.8.16]
#     nis2: ["21(2)(b)"]
#     nist-800-53-r5: [AU-6, SI-4]
#     pci-dss-4.0.1: ["10.4.1"]
package policies.alarms.changes_to_security_groups_are_noticed

import data.lib.text
import data.lib.watched

events := watched.calls("ec2.amazonaws.com", [
	"AuthorizeSecurityGroupIngress", "AuthorizeSecurityGroupEgress", "RevokeSecurityGroupIngress",
	"RevokeSecurityGroupEgress", "CreateSecurityGroup", "DeleteSecurityGroup",
])

findings contains finding if {
	unheard := watched.unheard(events)
	count(unheard) > 0
	finding := {
		"key": "unheard",
		"message": sprintf("In %s nobody is told of changes to security groups (%s)", [
			input.subject.label,
			text.few(unheard, 3),
		]),
		"evidence": [input.subject.id],
	}
}
