# METADATA
# title: Remote administration must not be open to a whole private space
# description: >-
#   10.0.0.0/8 is every peered network, every office and every VPN client at once. One infected machine among
#   them can then try its passwords on all others.
# related_resources:
#   - https://www.rfc-editor.org/rfc/rfc1918
#   - https://www.rfc-editor.org/rfc/rfc4193
#   - https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html
# schemas:
#   - input: schema["filter"]
# custom:
#   severity: low
#   subject: filter
#   types: [aws.security-group, nftables.chain]
#   reads: [exposure]
#   remediation: >-
#     Name the subnet of the administrators, or the security group of the bastion. CLI: aws ec2
#     modify-security-group-rules; Terraform: cidr_ipv4 or referenced_security_group_id of the
#     aws_vpc_security_group_ingress_rule; nftables: ip saddr 10.20.30.0/24 tcp dport 22 accept.
#   controls:
#     dora: ["9(4)(b)"]
#     iso-27001-2022: [A.8.20]
#     nis2: ["21(2)(e)"]
#     nist-800-53-r5: [AC-4, AC-17, SC-7]
#   parameters:
#     spaces:
#       description: a source that holds one of these blocks is a whole private space
#       default: [10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16, "fc00::/7", "fd00::/8"]
#       schema: {type: array, uniqueItems: true, items: {type: string, minLength: 3}}
package policies.exposure.no_admin_ports_from_whole_private_space

import data.lib.findings
import data.lib.services
import data.lib.text

findings contains finding if {
	some cause in input.exposure.ingress
	cause.breadth in {"private", "public"}
	held := whole(cause.peers)
	count(held) > 0
	open := services.open(services.lists.admin, cause.openings)
	count(open) > 0
	message := sprintf("%s admits %s from all of %s", [
		input.subject.label,
		text.few(findings.offered(open), 6),
		text.listing(held),
	])
	finding := findings.about(cause, findings.key("ingress", cause, open), message)
}

whole(peers) := [space |
	some space in data.params.exposure.no_admin_ports_from_whole_private_space.spaces
	covered(space, peers)
]

covered(space, peers) if {
	some peer in peers
	contains(peer, ":") == contains(space, ":")
	net.cidr_contains(peer, space)
}
