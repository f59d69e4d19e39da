# METADATA
# title: A domain must be locked against transfer
# description: >-
#   Without the lock whoever gets hold of its authorization code moves the domain to another registrar.
# related_resources:
#   - https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/domain-lock.html
# schemas:
#   - input: schema["domain"]
# custom:
#   severity: medium
#   subject: domain
#   types: [aws.domain]
#   reads: []
#   remediation: >-
#     Lock it. CLI: aws route53domains enable-domain-transfer-lock; Terraform: transfer_lock of
#     aws_route53domains_registered_domain.
#   controls:
#     nist-800-53-r5: [SC-20, CM-3]
package policies.dns.domains_are_locked

findings contains finding if {
	input.subject.is.transferLock == false
	finding := {
		"key": "lock",
		"message": sprintf("%s is not locked against transfer", [input.subject.label]),
		"evidence": [input.subject.id],
	}
}
