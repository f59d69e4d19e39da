# METADATA
# title: The internet must send useful kinds of ICMP only
# description: >-
#   Echo, destination unreachable, packet too big and time exceeded keep a network working. The other ICMP
#   types help to map it, to redirect its traffic and to carry data past its filters.
# related_resources:
#   - https://www.rfc-editor.org/rfc/rfc4890
#   - https://www.iana.org/assignments/icmp-parameters/icmp-parameters.xhtml
#   - https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html
# schemas:
#   - input: schema["filter"]
# custom:
#   severity: low
#   subject: filter
#   types: [aws.security-group, nftables.chain]
#   reads: [exposure]
#   remediation: >-
#     Admit the types that are needed, e.g. echo request (8, ICMPv6 128), destination unreachable (3) and packet
#     too big (ICMPv6 2). CLI: aws ec2 authorize-security-group-ingress --ip-permissions
#     IpProtocol=icmp,FromPort=8,ToPort=-1; Terraform: ip_protocol = "icmp", from_port = 8, to_port = -1;
#     nftables: icmp type { echo-request, destination-unreachable } accept.
#   controls:
#     dora: ["9(4)(b)"]
#     iso-27001-2022: [A.8.20]
#     nis2: ["21(2)(e)"]
#     nist-800-53-r5: [AC-4, SC-7, SC-7(5)]
#     pci-dss-4.0.1: ["1.3.1"]
#   parameters:
#     icmp:
#       description: types of ICMP that the internet may send; replies, unreachable, echo, time exceeded, problems
#       default: [0, 3, 8, 11, 12]
#       schema: {type: array, uniqueItems: true, items: {type: integer, minimum: 0, maximum: 255}}
#     icmpv6:
#       description: types of ICMPv6 that the internet may send; errors, echo, neighbour discovery
#       default: [1, 2, 3, 4, 128, 129, 133, 134, 135, 136]
#       schema: {type: array, uniqueItems: true, items: {type: integer, minimum: 0, maximum: 255}}
package policies.exposure.only_useful_icmp_from_internet

import data.lib.exposure
import data.lib.findings
import data.lib.text

findings contains finding if {
	some claim in exposure.claims
	claim.owner == "icmp"
	open := exposure.useless(claim.cause.openings)
	message := sprintf("%s admits %s from %s", [
		input.subject.label,
		text.few(findings.spoken(open), 6),
		findings.from_where(claim.cause),
	])
	finding := findings.about(claim.cause, findings.key("ingress", claim.cause, open), message)
}
