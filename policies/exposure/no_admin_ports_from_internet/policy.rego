# METADATA
# title: The internet must not reach remote administration
# description: >-
#   A shell or a desktop that answers the whole internet is the first thing every scanner tries: guessed
#   passwords, leaked keys and flaws before the login all become a way in.
# related_resources:
#   - https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-53
#   - https://docs.aws.amazon.com/systems-manager/latest/userguide/session-manager.html
#   - https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/connect-using-eice.html
# schemas:
#   - input: schema["filter"]
# custom:
#   severity: high
#   subject: filter
#   types: [aws.security-group, nftables.chain]
#   reads: [exposure, effect]
#   remediation: >-
#     Narrow the source to the addresses of your administrators, or take the rule away and use Session
#     Manager, EC2 Instance Connect Endpoint or a VPN. CLI: aws ec2 revoke-security-group-ingress
#     --group-id GROUP --protocol tcp --port 22 --cidr 0.0.0.0/0; Terraform: cidr_ipv4 of the
#     aws_vpc_security_group_ingress_rule; nftables: ip saddr @admins tcp dport 22 accept.
#   controls:
#     aws-fsbp: [EC2.18, EC2.19]
#     cis-aws-3.0: ["5.2", "5.3"]
#     cis-aws-5.0: ["5.3", "5.4"]
#     cis-aws-7.0: ["6.3", "6.4"]
#     dora: ["9(4)(b)"]
#     iso-27001-2022: [A.8.20, A.8.9]
#     nis2: ["21(2)(e)"]
#     nist-800-53-r5: [AC-4, CM-7, SC-7, SC-7(5)]
#     pci-dss-4.0.1: ["1.3.1"]
#   parameters:
#     services:
#       description: names, protocols and ports that count as such a service
#       default:
#         - {name: SSH, protocol: tcp, from: 22, to: 22}
#         - {name: RDP, protocol: tcp, from: 3389, to: 3389}
#         - {name: Telnet, protocol: tcp, from: 23, to: 23}
#         - {name: WinRM, protocol: tcp, from: 5985, to: 5986}
#         - {name: VNC, protocol: tcp, from: 5900, to: 5903}
#         - {name: SSH, protocol: udp, from: 22, to: 22}
#         - {name: rexec and rlogin, protocol: tcp, from: 512, to: 514}
#         - {name: RDP, protocol: udp, from: 3389, to: 3389}
#         - {name: VNC over HTTP, protocol: tcp, from: 5800, to: 5803}
#         - {name: pcAnywhere, protocol: tcp, from: 5631, to: 5632}
#         - {name: X11, protocol: tcp, from: 6000, to: 6007}
#         - {name: Radmin, protocol: tcp, from: 4899, to: 4899}
#       schema:
#         type: array
#         items:
#           type: object
#           required: [name, protocol, from, to]
#           additionalProperties: false
#           properties:
#             name: {type: string, minLength: 1}
#             protocol: {enum: [tcp, udp]}
#             from: {type: integer, minimum: 0, maximum: 65535}
#             to: {type: integer, minimum: 0, maximum: 65535}
package policies.exposure.no_admin_ports_from_internet

import data.lib.effect
import data.lib.exposure
import data.lib.findings
import data.lib.text

applicable if exposure.answers("admin")

findings contains finding if {
	some claim in exposure.claims
	claim.owner == "admin"
	open := claim.reached.admin
	message := sprintf("%s admits %s from %s%s", [
		input.subject.label,
		text.few(findings.offered(open), 6),
		findings.from_where(claim.cause),
		findings.besides(exposure.others(claim, "admin")),
	])
	found := findings.about(claim.cause, findings.key("ingress", claim.cause, open), message)
	finding := effect.judged(found, claim.cause, open)
}
