# METADATA
# title: A name must not lead to something that is gone
# description: >-
#   A record that leads to a bucket, a load balancer or a distribution that is no more sends people to
#   whoever takes its name or address next. What would be the estate's and is in none of its accounts is
#   gone.
# related_resources:
#   - https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/best-practices-dns.html
#   - https://docs.aws.amazon.com/AmazonS3/latest/userguide/website-hosting-custom-domain-walkthrough.html
# schemas:
#   - input: schema["record"]
# custom:
#   severity: high
#   subject: record
#   types: []
#   reads: [leads]
#   complete: true
#   remediation: >-
#     Delete the record, or make again what it leads to before somebody else does. CLI: aws route53 change-
#     resource-record-sets; Terraform: aws_route53_record.
#   controls:
#     nist-800-53-r5: [CM-8, SC-20]
package policies.dns.names_lead_somewhere

findings contains finding if {
	some target in input.leads.targets
	target.owned == "gone"
	finding := {
		"key": target.value,
		"message": sprintf("%s leads to %s (%s), which is gone", [input.subject.label, target.value, target.service]),
		"evidence": [input.subject.id],
		"severity": severity(target),
	}
}

# Whoever takes the name has the visitors.
severity(target) := "critical" if {
	target.claimable
	input.leads.public == true
} else := "high"
