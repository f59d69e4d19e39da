# METADATA
# title: A web ACL must keep logs
# description: >-
#   What was blocked, and what got by, can be told afterwards only where it was written down.
# related_resources:
#   - https://docs.aws.amazon.com/waf/latest/developerguide/logging.html
# schemas:
#   - input: schema["web-acl"]
# custom:
#   severity: medium
#   subject: web-acl
#   types: []
#   reads: [web_logs]
#   complete: true
#   remediation: >-
#     Send logs to a bucket, log group or stream whose name begins with aws-waf-logs-. CLI: aws wafv2 put-
#     logging-configuration; Terraform: aws_wafv2_web_acl_logging_configuration.
#   controls:
#     aws-fsbp: [WAF.11]
#     dora: ["10(1)"]
#     iso-27001-2022: [A.8.15]
#     nis2: ["21(2)(b)"]
#     nist-800-53-r5: [AU-2, AU-12]
package policies.web.acls_keep_logs

findings contains finding if {
	count([log | some log in input.web_logs; count(log.is.destinations) > 0]) == 0
	finding := {
		"key": "logs",
		"message": sprintf("%s keeps no logs", [input.subject.label]),
		"evidence": [input.subject.id],
	}
}
