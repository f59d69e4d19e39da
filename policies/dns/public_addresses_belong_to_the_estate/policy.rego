# METADATA
# title: Addresses in public zones must be of the estate or of somebody known
# description: >-
#   An address that was given back is given to the next customer. A public record with an address that
#   nothing of the estate has, in all accounts and sites, may already answer as somebody else.
# related_resources:
#   - https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/elastic-ip-addresses-eip.html
# schemas:
#   - input: schema["record"]
# custom:
#   severity: medium
#   subject: record
#   types: []
#   reads: [leads]
#   complete: true
#   remediation: >-
#     Delete the record, or name the partner's range in the parameter known_ranges. CLI: aws route53 change-
#     resource-record-sets; Terraform: aws_route53_record.
#   controls:
#     nist-800-53-r5: [CM-8, SC-20]
#   parameters:
#     known_ranges:
#       description: CIDR blocks of others whose addresses may be named
#       default: []
#       schema: {type: array, uniqueItems: true, items: {type: string}}
package policies.dns.public_addresses_belong_to_the_estate

findings contains finding if {
	input.leads.public == true
	some target in input.leads.targets
	target.service == "address"
	target.owned == "others"
	not target.private
	not known(target.value)
	finding := {
		"key": target.value,
		"message": sprintf("%s names %s, which nothing of the estate has", [input.subject.label, target.value]),
		"evidence": [input.subject.id],
	}
}

known(address) if {
	some range in data.params.dns.public_addresses_belong_to_the_estate.known_ranges
	net.cidr_contains(range, address)
}
