# METADATA
# title: Prefix lists should hold narrow ranges
# description: >-
#   A list is used in many rules by its name; one wide range in it opens them all, and no rule shows it.
# related_resources:
#   - https://docs.aws.amazon.com/vpc/latest/userguide/managed-prefix-lists.html
# schemas:
#   - input: schema["prefix-list"]
# custom:
#   severity: low
#   subject: prefix-list
#   reads: [prefix_sets]
#   remediation: >-
#     CLI: aws ec2 modify-managed-prefix-list --remove-entries; Terraform: entry of the
#     aws_ec2_managed_prefix_list.
#   controls:
#     dora: ["9(4)(b)"]
#     iso-27001-2022: [A.8.20, A.8.22]
#     nis2: ["21(2)(e)"]
#     nist-800-53-r5: [AC-4, SC-7]
#   parameters:
#     shortest_ipv4:
#       description: bits that a public IPv4 range must have
#       default: 16
#       schema: {type: integer, minimum: 1, maximum: 32}
#     shortest_ipv6:
#       description: bits that a public IPv6 range must have
#       default: 32
#       schema: {type: integer, minimum: 1, maximum: 128}
package policies.exposure.prefix_lists_are_narrow

import data.lib.routing

params := data.params.exposure.prefix_lists_are_narrow

findings contains finding if {
	input.subject.is.providerManaged == false
	some set in input.prefix_sets
	some entry in set.is.entries
	length := to_number(split(entry.cidr, "/")[1])
	length < shortest(entry.cidr)
	not private(entry.cidr)
	finding := {
		"key": entry.cidr,
		"message": sprintf("%s holds %s", [input.subject.label, entry.cidr]),
		"evidence": [input.subject.id],
	}
}

shortest(cidr) := params.shortest_ipv4 if not contains(cidr, ":")

shortest(cidr) := params.shortest_ipv6 if contains(cidr, ":")

private(cidr) if {
	some space in ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7"]
	routing.inside(cidr, space)
}
