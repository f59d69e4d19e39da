# METADATA
# title: Only named networks should have an internet gateway
# description: >-
#   A network that was meant to stay inside gets a door by one call. A list of those that may have one shows
#   the others.
# related_resources:
#   - https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Internet_Gateway.html
# schemas:
#   - input: schema["network"]
# custom:
#   severity: medium
#   subject: network
#   types: [aws.vpc]
#   reads: [gateways]
#   remediation: >-
#     Name the network in the parameter may_have, or detach the gateway. CLI: aws ec2 detach-internet-
#     gateway; Terraform: aws_internet_gateway.
#   controls:
#     dora: ["9(4)(b)"]
#     iso-27001-2022: [A.8.20, A.8.22]
#     nis2: ["21(2)(e)"]
#     nist-800-53-r5: [AC-4, SC-7]
#   parameters:
#     may_have:
#       description: "ids of networks that may have an internet gateway; none: nothing is judged"
#       default: []
#       schema: {type: array, uniqueItems: true, items: {type: string, minLength: 1}}
package policies.segmentation.only_named_networks_have_a_door

import data.lib.routing

params := data.params.segmentation.only_named_networks_have_a_door

applicable if count(params.may_have) > 0

findings contains finding if {
	applicable
	some gateway in input.gateways
	gateway.is.gatewayType == "internet"
	count([name | some name in params.may_have; routing.names(input.subject.id, name)]) == 0
	finding := {
		"key": "door",
		"message": sprintf("%s has an internet gateway, and is not named to have one", [input.subject.label]),
		"evidence": [input.subject.id, gateway.id],
	}
}
