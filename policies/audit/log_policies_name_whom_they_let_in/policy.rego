# METADATA
# title: Policies of log groups must say who may write and read
# description: >-
#   Where everybody may write, lines can be forged and bills be run up; where everybody may read, logs are
#   public.
# related_resources:
#   - https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/iam-access-control-overview-cwl.html
# schemas:
#   - input: schema["log-policy"]
# custom:
#   severity: medium
#   subject: log-policy
#   types: [aws.log-resource-policy]
#   reads: []
#   remediation: >-
#     CLI: aws logs put-resource-policy; Terraform: aws_cloudwatch_log_resource_policy.
#   controls:
#     dora: ["9(2)"]
#     iso-27001-2022: [A.8.15]
#     nis2: ["21(2)(b)"]
#     nist-800-53-r5: [AU-9]
#     pci-dss-4.0.1: ["10.3.2"]
package policies.audit.log_policies_name_whom_they_let_in

import data.lib.statements

findings contains finding if {
	some statement in statements.of(input.subject.is.document)
	statements.open(statement)
	finding := {
		"key": "everybody",
		"message": sprintf("%s lets everybody in", [input.subject.label]),
		"evidence": [input.subject.id],
	}
}
