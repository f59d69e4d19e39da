# METADATA
# title: Public zones must not tell private addresses
# description: >-
#   A private address in a public zone tells strangers how the network inside is laid out, and lets pages
#   outside speak to machines inside (DNS rebinding).
# related_resources:
#   - https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/hosted-zones-private.html
# schemas:
#   - input: schema["record"]
# custom:
#   severity: low
#   subject: record
#   types: []
#   reads: [leads]
#   remediation: >-
#     Move the record to a private zone of the same name. Terraform: aws_route53_zone with a vpc block.
#   controls:
#     nist-800-53-r5: [SC-7, SC-20]
package policies.dns.public_zones_hide_private_addresses

findings contains finding if {
	input.leads.public == true
	some target in input.leads.targets
	target.service == "address"
	target.private
	finding := {
		"key": target.value,
		"message": sprintf("%s tells everybody the private address %s", [input.subject.label, target.value]),
		"evidence": [input.subject.id],
	}
}
