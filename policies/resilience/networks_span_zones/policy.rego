# METADATA
# title: A network should have subnets in more than one zone
# description: >-
#   When a zone fails, everything in it fails. A network with subnets in one zone only has nowhere to go.
# related_resources:
#   - https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/using-regions-availability-zones.html
# schemas:
#   - input: schema["network"]
# custom:
#   severity: low
#   subject: network
#   types: [aws.vpc]
#   reads: [subnets]
#   complete: true
#   remediation: >-
#     Add subnets in a second zone and spread the workloads. CLI: aws ec2 create-subnet --availability-zone; Terraform:
#     availability_zone of an aws_subnet.
#   controls:
#     dora: ["7"]
#     gdpr: ["32(1)(b)"]
#     iso-27001-2022: [A.8.14]
#     nis2: ["21(2)(c)"]
#     nist-800-53-r5: [CP-10, SC-36]
#   parameters:
#     min_zones:
#       description: how many zones a network with subnets must have
#       default: 2
#       schema: {type: integer, minimum: 1}
package policies.resilience.networks_span_zones

import data.lib.text

applicable if count(zones) > 0

zones := {subnet.is.zone | some subnet in input.subnets; subnet.is.zone != null}

# A zone that is not known could be another one.
unknown_zone if {
	some subnet in input.subnets
	object.get(subnet.is, "zone", null) == null
}

findings contains finding if {
	count(zones) > 0
	count(zones) < data.params.resilience.networks_span_zones.min_zones
	not unknown_zone
	finding := {
		"key": "zones",
		"message": sprintf("%s has subnets in %s only", [input.subject.label, text.listing(sort(zones))]),
		"evidence": array.concat([input.subject.id], [subnet.id | some subnet in input.subnets]),
		"cause": input.subject.id,
	}
}
