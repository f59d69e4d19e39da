# METADATA
# title: What networks ask must be logged
# description: >-
#   Names that machines ask for show malware and stolen data on their way out before anything else does.
#   Without a log nobody can look back.
# related_resources:
#   - https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resolver-query-logs.html
# schemas:
#   - input: schema["network"]
# custom:
#   severity: medium
#   subject: network
#   types: [aws.vpc]
#   reads: [resolver]
#   complete: true
#   remediation: >-
#     Associate a query log of Route 53 Resolver with the VPC. CLI: aws route53resolver associate-resolver-
#     query-log-config; Terraform: aws_route53_resolver_query_log_config_association.
#   controls:
#     nist-800-53-r5: [AU-2, AU-12, SI-4]
package policies.dns.networks_log_queries

findings contains finding if {
	input.resolver.logs == 0
	finding := {
		"key": "query-log",
		"message": sprintf("What machines in %s ask is not logged", [input.subject.label]),
		"evidence": [input.subject.id],
	}
}
