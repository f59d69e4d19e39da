# METADATA
# title: Remote administration should not come from public addresses
# description: >-
#   A single public address is better than the internet, but it is still a login that crosses the internet,
#   from an address that is reassigned, shared behind a translation or taken along to a café one day.
# related_resources:
#   - https://docs.aws.amazon.com/systems-manager/latest/userguide/session-manager.html
#   - https://docs.aws.amazon.com/vpn/latest/clientvpn-admin/what-is.html
# schemas:
#   - input: schema["filter"]
# custom:
#   severity: low
#   subject: filter
#   types: [aws.security-group, nftables.chain]
#   reads: [exposure]
#   remediation: >-
#     Administer through Session Manager, EC2 Instance Connect Endpoint or a VPN and take the public source away.
#     CLI: aws ec2 revoke-security-group-ingress; Terraform: remove the aws_vpc_security_group_ingress_rule.
#   controls:
#     dora: ["9(4)(b)"]
#     iso-27001-2022: [A.8.20]
#     nis2: ["21(2)(e)"]
#     nist-800-53-r5: [AC-4, AC-17, SC-7]
package policies.exposure.no_admin_ports_from_public_addresses

import data.lib.findings
import data.lib.services
import data.lib.text

large := data.params.exposure.no_large_public_ranges

limit := {"ipv4": large.ipv4_prefix, "ipv6": large.ipv6_prefix}

findings contains finding if {
	some cause in input.exposure.ingress
	cause.breadth == "public"
	cause.publicPrefix > limit[cause.family]
	open := services.open(services.lists.admin, cause.openings)
	count(open) > 0
	message := sprintf("%s admits %s from %s", [
		input.subject.label,
		text.few(findings.offered(open), 6),
		findings.from_where(cause),
	])
	finding := findings.about(cause, findings.key("ingress", cause, open), message)
}
