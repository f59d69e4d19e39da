# METADATA
# title: Rule groups should be measured
# description: >-
#   A group that counts nothing may block customers for weeks before anybody asks.
# related_resources:
#   - https://docs.aws.amazon.com/waf/latest/developerguide/monitoring-cloudwatch.html
#   - https://docs.aws.amazon.com/securityhub/latest/userguide/waf-controls.html#waf-12
# schemas:
#   - input: schema["web-rule-group"]
# custom:
#   severity: low
#   subject: web-rule-group
#   types: [aws.web-rule-group]
#   reads: []
#   remediation: >-
#     CLI: aws wafv2 update-rule-group --visibility-config; Terraform: visibility_config of the
#     aws_wafv2_rule_group.
#   controls:
#     aws-fsbp: [WAF.12]
#     iso-27001-2022: [A.8.16]
#     nist-800-53-r5: [AU-12]
#     pci-dss-4.0.1: ["10.2.1"]
package policies.web.rule_groups_are_measured

findings contains finding if {
	input.subject.is.metrics == false
	finding := {
		"key": "metrics",
		"message": sprintf("%s is not measured", [input.subject.label]),
		"evidence": [input.subject.id],
	}
}
