# METADATA
# title: Where several records share a name, each must have a health check
# description: >-
#   Of records that share a name by weight, latency or at random, one that nobody checks is answered though
#   nothing is there.
# related_resources:
#   - https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/dns-failover-complex-configs.html
# schemas:
#   - input: schema["record"]
# custom:
#   severity: low
#   subject: record
#   types: [aws.record-set]
#   reads: [health_check]
#   complete: true
#   remediation: >-
#     Give each record a health check, or let the alias evaluate the health of its target.
#   controls:
#     nist-800-53-r5: [CP-10]
package policies.dns.several_answers_are_checked

applicable if input.subject.is.routing.policy in {"weighted", "latency", "multivalue", "geoproximity"}

findings contains finding if {
	input.subject.is.routing.policy in {"weighted", "latency", "multivalue", "geoproximity"}
	is_null(input.health_check)
	not input.subject.is.alias.evaluatesHealth
	finding := {
		"key": "health-check",
		"message": sprintf("%s shares its name with others, and nobody checks its health", [input.subject.label]),
		"evidence": [input.subject.id],
	}
}
