# METADATA
# title: Destinations of logs must say who may send
# description: >-
#   Where everybody may write, lines can be forged and bills be run up; where everybody may read, logs are
#   public.
# related_resources:
#   - https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/iam-access-control-overview-cwl.html
# schemas:
#   - input: schema["log-destination"]
# custom:
#   severity: medium
#   subject: log-destination
#   types: [aws.log-destination]
#   reads: []
#   remediation: >-
#     CLI: aws logs put-destination-policy; Terraform: aws_cloudwatch_log_destination_policy.
#   controls:
#     dora: ["9(2)"]
#     iso-27001-2022: [A.8.15]
#     nis2: ["21(2)(b)"]
#     nist-800-53-r5: [AU-9]
#     pci-dss-4.0.1: ["10.3.2"]
package policies.audit.log_destinations_name_who_may_send

import data.lib.statements

findings contains finding if {
	some statement in statements.of(input.subject.is.policy)
	statements.open(statement)
	finding := {
		"key": "everybody",
		"message": sprintf("%s takes logs of everybody", [input.subject.label]),
		"evidence": [input.subject.id],
	}
}
