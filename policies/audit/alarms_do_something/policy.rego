# METADATA
# title: An alarm should do something when it goes off
# description: >-
#   An alarm without actions turns red on a page that nobody opens.
# related_resources:
#   - https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/AlarmThatSendsEmail.html
#   - https://docs.aws.amazon.com/securityhub/latest/userguide/cloudwatch-controls.html#cloudwatch-15
# schemas:
#   - input: schema["alarm"]
# custom:
#   severity: info
#   subject: alarm
#   types: [aws.cloudwatch-alarm]
#   reads: []
#   remediation: >-
#     CLI: aws cloudwatch put-metric-alarm --alarm-actions TOPIC, enable-alarm-actions; Terraform:
#     alarm_actions of the aws_cloudwatch_metric_alarm.
#   controls:
#     aws-fsbp: [CloudWatch.15, CloudWatch.17]
#     dora: ["10(1)"]
#     iso-27001-2022: [A.8.16]
#     nis2: ["21(2)(b)"]
#     nist-800-53-r5: [SI-4, AU-6]
#     pci-dss-4.0.1: ["11.5.1"]
package policies.audit.alarms_do_something

findings contains finding if {
	input.subject.is.actionsEnabled == false
	finding := {
		"key": "off",
		"message": sprintf("Actions of %s are switched off", [input.subject.label]),
		"evidence": [input.subject.id],
	}
}

findings contains finding if {
	input.subject.is.actionsEnabled != false
	count(input.subject.is.actions) == 0
	finding := {
		"key": "none",
		"message": sprintf("%s does nothing when it goes off", [input.subject.label]),
		"evidence": [input.subject.id],
	}
}
