# METADATA
# title: Public zones must log what is asked of them
# description: >-
#   What the world asks a zone shows attacks on names, typing errors and forgotten names. Without a log
#   nobody sees it, and nobody can look back.
# related_resources:
#   - https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/query-logs.html
# schemas:
#   - input: schema["zone"]
# custom:
#   severity: medium
#   subject: zone
#   types: [aws.hosted-zone]
#   reads: [query_logs]
#   complete: true
#   remediation: >-
#     Send queries to a log group in us-east-1. CLI: aws route53 create-query-logging-config; Terraform:
#     aws_route53_query_log.
#   controls:
#     aws-fsbp: [Route53.2]
#     nist-800-53-r5: [AU-2, AU-12, SI-4]
package policies.dns.public_zones_log_queries

applicable if input.subject.is.private == false

findings contains finding if {
	input.subject.is.private == false
	count(input.query_logs) == 0
	finding := {
		"key": "query-log",
		"message": sprintf("%s does not log what is asked of it", [input.subject.label]),
		"evidence": [input.subject.id],
	}
}
