# METADATA
# title: A health check must not be switched off
# description: >-
#   A health check that is switched off says healthy whatever is answered, so that a failover never happens.
# related_resources:
#   - https://docs.aws.amazon.com/Route53/latest/APIReference/API_UpdateHealthCheck.html
# schemas:
#   - input: schema["health-check"]
# custom:
#   severity: medium
#   subject: health-check
#   types: [aws.health-check]
#   reads: []
#   remediation: >-
#     Switch it on, or delete it. CLI: aws route53 update-health-check --no-disabled; Terraform: disabled of
#     aws_route53_health_check.
#   controls:
#     nist-800-53-r5: [CP-10, SI-4]
package policies.dns.health_checks_are_on

findings contains finding if {
	input.subject.is.disabled
	finding := {
		"key": "disabled",
		"message": sprintf("%s is switched off and says healthy whatever happens", [input.subject.label]),
		"evidence": [input.subject.id],
	}
}
