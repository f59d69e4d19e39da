# METADATA
# title: A domain must not be about to expire
# description: >-
#   A domain that expires takes every name in it along. Days are counted from when the registrar was asked.
# related_resources:
#   - https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/domain-renew.html
# schemas:
#   - input: schema["domain"]
# custom:
#   severity: high
#   subject: domain
#   types: [aws.domain]
#   reads: [registration]
#   remediation: >-
#     Renew it. CLI: aws route53domains renew-domain.
#   controls:
#     nist-800-53-r5: [SC-20, CM-3]
#   parameters:
#     days:
#       description: days before its end from which a domain is told
#       default: 30
#       schema: {type: integer, minimum: 0}
package policies.dns.domains_do_not_expire_soon

findings contains finding if {
	is_number(input.registration.daysLeft)
	input.registration.daysLeft < data.params.dns.domains_do_not_expire_soon.days
	finding := {
		"key": "expiry",
		"message": sprintf("%s %s", [input.subject.label, left(input.registration.daysLeft)]),
		"evidence": [input.subject.id],
		"severity": severity,
	}
}

left(days) := sprintf("expires in %d days", [days]) if days >= 0

left(days) := "has expired" if days < 0

# What renews itself does so 45 days before its end at the earliest.
severity := "low" if {
	input.subject.is.autoRenew == true
	input.registration.daysLeft > 7
} else := "high"
