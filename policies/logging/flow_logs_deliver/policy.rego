# METADATA
# title: Flow logs must arrive
# description: >-
#   A flow log that fails to deliver looks like logging and keeps nothing. Mostly the role, the bucket policy or the
#   key does not let it write.
# related_resources:
#   - https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-troubleshooting.html
#   - https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_FlowLog.html
# schemas:
#   - input: schema["flow-log"]
# custom:
#   severity: medium
#   subject: flow-log
#   types: [aws.flow-log]
#   reads: []
#   remediation: >-
#     Read the error in the console (VPC, Flow logs) or by aws ec2 describe-flow-logs (DeliverLogsErrorMessage),
#     mend the role, the bucket policy or the key policy, and create the log anew if it stays; Terraform:
#     iam_role_arn and log_destination of the aws_flow_log.
#   controls:
#     dora: ["10(1)"]
#     iso-27001-2022: [A.8.15]
#     nis2: ["21(2)(b)"]
#     nist-800-53-r5: [AU-5, AU-12]
#     pci-dss-4.0.1: ["10.2.1"]
package policies.logging.flow_logs_deliver

findings contains finding if {
	input.subject.is.delivery == "FAILED"
	finding := {
		"key": "delivery",
		"message": sprintf("%s fails to deliver to %s", [input.subject.label, object.get(input.subject.is, "destinationType", "unknown")]),
		"evidence": [input.subject.id],
	}
}

findings contains finding if {
	input.subject.is.status != "ACTIVE"
	finding := {
		"key": "status",
		"message": sprintf("%s is not active", [input.subject.label]),
		"evidence": [input.subject.id],
	}
}
