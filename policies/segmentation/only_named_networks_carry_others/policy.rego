# METADATA
# title: Only networks and lines that are meant to may carry the traffic of others
# description: >-
#   A transit gateway sends into this network, or down this line to a data centre, what is for somewhere beyond. Whoever
#   runs it can read, change or drop that traffic, and its rules decide for others too.
# related_resources:
#   - https://docs.aws.amazon.com/vpc/latest/tgw/how-transit-gateways-work.html
#   - https://docs.aws.amazon.com/vpc/latest/tgw/tgw-route-tables.html
# schemas:
#   - input: schema["attachment"]
# custom:
#   severity: medium
#   subject: attachment
#   reads: [carried]
#   remediation: >-
#     Name the network or attachment in the parameter may_carry if it is meant to inspect or to carry for others; else
#     narrow the routes of the transit gateway to the addresses behind it. CLI: aws ec2
#     delete-transit-gateway-route; Terraform: aws_ec2_transit_gateway_route.
#   controls:
#     dora: ["9(4)(b)"]
#     iso-27001-2022: [A.8.20, A.8.22]
#     nis2: ["21(2)(e)"]
#     nist-800-53-r5: [AC-4, CA-3, SC-7]
#   parameters:
#     may_carry:
#       description: ids of networks and attachments that may carry the traffic of others, whole or short (vpc-0abc)
#       default: []
#       schema: {type: array, uniqueItems: true, items: {type: string, minLength: 1}}
package policies.segmentation.only_named_networks_carry_others

import data.lib.routing
import data.lib.text

may_carry := data.params.segmentation.only_named_networks_carry_others.may_carry

findings contains finding if {
	input.carried.through != null
	not named(input.carried.through.id)
	not named(input.subject.id)
	finding := {
		"key": kind,
		"message": sprintf("%s carries what is for %s%s", [input.carried.through.label, destinations, onward]),
		"evidence": array.concat([input.subject.id], [next.id | some next in input.carried.onward]),
		"cause": input.subject.id,
	}
}

named(id) if {
	some name in may_carry
	routing.names(id, name)
}

kind := "internet" if input.carried.internet

kind := "networks" if not input.carried.internet

destinations := "the internet" if input.carried.internet

destinations := concat(", ", input.carried.to) if {
	not input.carried.internet
	input.carried.more == 0
}

destinations := sprintf("%s and %d more", [concat(", ", input.carried.to), input.carried.more]) if {
	not input.carried.internet
	input.carried.more > 0
}

onward := "" if count(input.carried.onward) == 0

onward := concat("", [", on to ", text.few([next.label | some next in input.carried.onward], 4)]) if {
	count(input.carried.onward) > 0
}
