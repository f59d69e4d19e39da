# METADATA
# title: Rules of a web ACL must be measured
# description: >-
#   Without metrics nobody sees that a rule began to block customers, or that an attack began.
# related_resources:
#   - https://docs.aws.amazon.com/waf/latest/developerguide/monitoring-cloudwatch.html
# schemas:
#   - input: schema["web-rule"]
# custom:
#   severity: low
#   subject: web-rule
#   types: []
#   reads: []
#   remediation: >-
#     Turn metrics on. CLI: aws wafv2 update-web-acl with VisibilityConfig CloudWatchMetricsEnabled; Terraform:
#     visibility_config of the rule.
#   controls:
#     aws-fsbp: [WAF.12]
#     dora: ["10(1)"]
#     iso-27001-2022: [A.8.15, A.8.16]
#     nis2: ["21(2)(b)"]
#     nist-800-53-r5: [AU-12, SI-4]
package policies.web.rules_are_measured

findings contains finding if {
	input.subject.is.metrics == false
	finding := {
		"key": "metrics",
		"message": sprintf("%s is not measured", [input.subject.label]),
		"evidence": [input.subject.id],
	}
}
