# METADATA
# title: The primary of a failover must have a health check
# description: >-
#   Without a health check the primary counts as healthy for ever, and the secondary never answers.
# related_resources:
#   - https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/dns-failover-types.html
# schemas:
#   - input: schema["record"]
# custom:
#   severity: high
#   subject: record
#   types: [aws.record-set]
#   reads: [health_check]
#   complete: true
#   remediation: >-
#     Give the primary a health check, or let the alias evaluate the health of its target. CLI: aws route53
#     change-resource-record-sets; Terraform: health_check_id of aws_route53_record.
#   controls:
#     nist-800-53-r5: [CP-10]
package policies.dns.failovers_are_checked

applicable if input.subject.is.routing.failover == "primary"

findings contains finding if {
	input.subject.is.routing.failover == "primary"
	is_null(input.health_check)
	not input.subject.is.alias.evaluatesHealth
	finding := {
		"key": "health-check",
		"message": sprintf("%s is the primary of a failover, and nobody checks its health", [input.subject.label]),
		"evidence": [input.subject.id],
	}
}
