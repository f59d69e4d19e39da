# METADATA
# title: A domain must renew itself
# description: >-
#   A domain that nobody renews goes to whoever registers it next, with all mail and all visitors.
# related_resources:
#   - https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/domain-enable-disable-auto-renewal.html
# schemas:
#   - input: schema["domain"]
# custom:
#   severity: high
#   subject: domain
#   types: [aws.domain]
#   reads: []
#   remediation: >-
#     Turn automatic renewal on. CLI: aws route53domains enable-domain-auto-renew; Terraform: auto_renew of
#     aws_route53domains_registered_domain.
#   controls:
#     nist-800-53-r5: [SC-20, CM-3]
package policies.dns.domains_renew_themselves

findings contains finding if {
	input.subject.is.autoRenew == false
	finding := {
		"key": "renewal",
		"message": sprintf("%s does not renew itself", [input.subject.label]),
		"evidence": [input.subject.id],
	}
}
