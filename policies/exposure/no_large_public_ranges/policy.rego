# METADATA
# title: Public ranges that are admitted must be small
# description: >-
#   A range of hundreds of public addresses belongs to many parties: a provider's block holds its other
#   customers too. Splitting the internet into a few large blocks admits most of it just the same.
# related_resources:
#   - https://docs.aws.amazon.com/vpc/latest/userguide/managed-prefix-lists.html
#   - https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html
# schemas:
#   - input: schema["filter"]
# custom:
#   severity: medium
#   subject: filter
#   types: [aws.security-group, nftables.chain]
#   reads: [exposure]
#   remediation: >-
#     List the addresses that the other side really uses, best in a customer-managed prefix list that its owner
#     keeps, and refer to it. CLI: aws ec2 create-managed-prefix-list; Terraform: prefix_list_id of the
#     aws_vpc_security_group_ingress_rule; nftables: a named set.
#   controls:
#     dora: ["9(4)(b)"]
#     iso-27001-2022: [A.8.20]
#     nis2: ["21(2)(e)"]
#     nist-800-53-r5: [AC-4, SC-7, SC-7(5)]
#     pci-dss-4.0.1: ["1.3.1"]
#   parameters:
#     ipv4_prefix:
#       description: an IPv4 block of this length or shorter counts as large
#       default: 23
#       schema: {type: integer, minimum: 1, maximum: 32}
#     ipv6_prefix:
#       description: an IPv6 block of this length or shorter counts as large; a site has a /48
#       default: 47
#       schema: {type: integer, minimum: 1, maximum: 128}
package policies.exposure.no_large_public_ranges

import data.lib.exposure
import data.lib.findings
import data.lib.text

params := data.params.exposure.no_large_public_ranges

limit := {"ipv4": params.ipv4_prefix, "ipv6": params.ipv6_prefix}

findings contains finding if {
	some cause in input.exposure.ingress
	cause.breadth == "public"
	cause.publicPrefix <= limit[cause.family]
	spans := exposure.unauthorized(cause.openings)
	count(spans) > 0
	message := sprintf("%s admits %s from %s, a public block as large as a /%d", [
		input.subject.label,
		text.few(findings.spoken(spans), 4),
		findings.from_where(cause),
		cause.publicPrefix,
	])
	finding := findings.about(cause, findings.outline("ingress", cause), message)
}
