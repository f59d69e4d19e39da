# METADATA
# title: A resolver endpoint must stand in more than one zone
# description: >-
#   Where the one Availability Zone of an endpoint fails, nobody between the data centre and the cloud finds
#   the other by name.
# related_resources:
#   - https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resolver-choose-vpc.html
# schemas:
#   - input: schema["resolver-endpoint"]
# custom:
#   severity: medium
#   subject: resolver-endpoint
#   types: [aws.resolver-endpoint]
#   reads: [subnets]
#   complete: true
#   remediation: >-
#     Give the endpoint addresses in subnets of two or three zones. CLI: aws route53resolver associate-
#     resolver-endpoint-ip-address.
#   controls:
#     nist-800-53-r5: [CP-10, SC-36]
#   parameters:
#     min_zones:
#       description: Availability Zones that an endpoint stands in at least
#       default: 2
#       schema: {type: integer, minimum: 1}
package policies.dns.resolver_endpoints_span_zones

applicable if input.subject.is.outpost == null

findings contains finding if {
	zones := {subnet.is.zone | some subnet in input.subnets; subnet.is.zone != null}
	count(zones) > 0
	count(zones) < data.params.dns.resolver_endpoints_span_zones.min_zones
	finding := {
		"key": "zones",
		"message": sprintf("%s stands in %d Availability Zone alone", [input.subject.label, count(zones)]),
		"evidence": [input.subject.id],
	}
}
