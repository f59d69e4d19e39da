# METADATA
# title: The internet must not reach file sharing
# description: >-
#   SMB, NFS and their helpers were made for a trusted network. Open to the internet they leak files and
#   names, and have carried the worms that spread furthest.
# related_resources:
#   - https://learn.microsoft.com/windows-server/storage/file-server/smb-secure-traffic
#   - https://docs.aws.amazon.com/efs/latest/ug/network-access.html
#   - https://docs.aws.amazon.com/fsx/latest/WindowsGuide/limit-access-security-groups.html
# schemas:
#   - input: schema["filter"]
# custom:
#   severity: high
#   subject: filter
#   types: [aws.security-group, nftables.chain]
#   reads: [exposure, effect]
#   remediation: >-
#     Admit these ports only from the groups or private ranges of their clients; reach a share from
#     outside by VPN, Transfer Family or a storage gateway. CLI: aws ec2 revoke-security-group-ingress;
#     Terraform: cidr_ipv4 or referenced_security_group_id of the aws_vpc_security_group_ingress_rule.
#   controls:
#     aws-fsbp: [EC2.18, EC2.19]
#     cis-aws-5.0: ["5.1.2"]
#     cis-aws-7.0: ["6.1.2"]
#     dora: ["9(4)(b)"]
#     iso-27001-2022: [A.8.20, A.8.9]
#     nis2: ["21(2)(e)"]
#     nist-800-53-r5: [AC-4, CM-7, SC-7, SC-7(5)]
#     pci-dss-4.0.1: ["1.3.1"]
#   parameters:
#     services:
#       description: names, protocols and ports that count as such a service
#       default:
#         - {name: SMB, protocol: tcp, from: 445, to: 445}
#         - {name: NFS, protocol: tcp, from: 2049, to: 2049}
#         - {name: NetBIOS, protocol: tcp, from: 137, to: 139}
#         - {name: NetBIOS, protocol: udp, from: 137, to: 138}
#         - {name: Microsoft RPC, protocol: tcp, from: 135, to: 135}
#         - {name: Microsoft RPC, protocol: udp, from: 135, to: 135}
#         - {name: rpcbind, protocol: tcp, from: 111, to: 111}
#         - {name: rpcbind, protocol: udp, from: 111, to: 111}
#         - {name: NFS, protocol: udp, from: 2049, to: 2049}
#         - {name: AFP, protocol: tcp, from: 548, to: 548}
#         - {name: rsync, protocol: tcp, from: 873, to: 873}
#         - {name: iSCSI, protocol: tcp, from: 3260, to: 3260}
#         - {name: GlusterFS, protocol: tcp, from: 24007, to: 24008}
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
package policies.exposure.no_file_sharing_from_internet

import data.lib.effect
import data.lib.exposure
import data.lib.findings
import data.lib.text

applicable if exposure.answers("file_sharing")

findings contains finding if {
	some claim in exposure.claims
	claim.owner == "file_sharing"
	open := claim.reached.file_sharing
	message := sprintf("%s admits %s from %s%s", [
		input.subject.label,
		text.few(findings.offered(open), 6),
		findings.from_where(claim.cause),
		findings.besides(exposure.others(claim, "file_sharing")),
	])
	found := findings.about(claim.cause, findings.key("ingress", claim.cause, open), message)
	finding := effect.judged(found, claim.cause, open)
}
