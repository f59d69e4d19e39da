# METADATA
# title: A subnet that is called private must not route to an internet gateway
# description: >-
#   People put databases into subnets because a tag says private. If its route table leads to an internet gateway,
#   the tag is wrong, and any public address in it is reachable from everywhere.
# related_resources:
#   - https://docs.aws.amazon.com/vpc/latest/userguide/configure-subnets.html#subnet-types
#   - https://docs.aws.amazon.com/config/latest/developerguide/no-unrestricted-route-to-igw.html
# schemas:
#   - input: schema["subnet"]
# custom:
#   severity: high
#   subject: subnet
#   types: [aws.subnet]
#   reads: [tags, route_table, network.main_route_tables]
#   remediation: >-
#     Route it through a NAT gateway or endpoints. CLI: aws ec2 replace-route-table-association, or aws ec2
#     replace-route --nat-gateway-id; IPv6: --egress-only-internet-gateway-id; Terraform:
#     aws_route_table_association. If it is meant to be public, say so in its tags.
#   controls:
#     dora: ["9(4)(b)"]
#     iso-27001-2022: [A.8.20, A.8.22]
#     nis2: ["21(2)(e)"]
#     nist-800-53-r5: [AC-4, SC-7, SC-7(3)]
#     pci-dss-4.0.1: ["1.4.4"]
#   parameters:
#     tag_keys:
#       description: tags whose value says what the subnet is, in lower case
#       default: [name, tier, type, network, visibility, "aws-cdk:subnet-type"]
#       schema: {type: array, uniqueItems: true, items: {type: string}}
#     words:
#       description: words in such a value by which the subnet is private
#       default: [private, internal, isolated, restricted, database, intra]
#       schema: {type: array, uniqueItems: true, items: {type: string, minLength: 2}}
package policies.segmentation.private_subnets_have_no_internet_route

import data.lib.routing

params := data.params.segmentation.private_subnets_have_no_internet_route

applicable if count(claims) > 0

claims := [sprintf("%s=%s", [key, value]) |
	some key, value in input.subject.tags
	lower(key) in params.tag_keys
	says_private(lower(value))
]

says_private(value) if {
	some word in params.words
	contains(value, word)
}

findings contains finding if {
	count(claims) > 0
	some table in routing.tables
	open := [destination |
		some route in table.is.routes
		route.via.type == "internet-gateway"
		route.state != "blackhole"
		destination := routing.destination(route)
	]
	count(open) > 0
	finding := {
		"key": "internet-gateway",
		"message": sprintf("%s is called private (%s) and routes %s to an internet gateway", [
			input.subject.label,
			sort(claims)[0],
			concat(", ", sort(open)),
		]),
		"evidence": [input.subject.id, table.id],
		"cause": table.id,
	}
}
