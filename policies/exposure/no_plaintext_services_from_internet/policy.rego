# METADATA
# title: The internet must not reach mail, directory and transfer services in plain text
# description: >-
#   These protocols carry names, passwords and mail unencrypted or let strangers relay, look up and
#   amplify. Each has an encrypted successor.
# related_resources:
#   - https://www.rfc-editor.org/rfc/rfc8314
#   - https://www.rfc-editor.org/rfc/rfc4513
#   - https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-19
# schemas:
#   - input: schema["filter"]
# custom:
#   severity: medium
#   subject: filter
#   types: [aws.security-group, nftables.chain]
#   reads: [exposure, effect]
#   remediation: >-
#     Serve the encrypted port instead (FTPS or SFTP, 465 and 587, 993, 995, 636), and take this rule
#     away. CLI: aws ec2 revoke-security-group-ingress; Terraform: remove the
#     aws_vpc_security_group_ingress_rule; nftables: delete the rule that accepts the port.
#   controls:
#     aws-fsbp: [EC2.18, EC2.19]
#     dora: ["9(4)(b)"]
#     iso-27001-2022: [A.8.20, A.8.9]
#     nis2: ["21(2)(e)"]
#     nist-800-53-r5: [AC-4, CM-7, SC-7, SC-7(5)]
#     pci-dss-4.0.1: ["1.3.1"]
#   parameters:
#     services:
#       description: names, protocols and ports that count as such a service
#       default:
#         - {name: FTP, protocol: tcp, from: 20, to: 21}
#         - {name: SMTP, protocol: tcp, from: 25, to: 25}
#         - {name: TFTP, protocol: udp, from: 69, to: 69}
#         - {name: Finger, protocol: tcp, from: 79, to: 79}
#         - {name: POP3, protocol: tcp, from: 110, to: 110}
#         - {name: NNTP, protocol: tcp, from: 119, to: 119}
#         - {name: IMAP, protocol: tcp, from: 143, to: 143}
#         - {name: LDAP, protocol: tcp, from: 389, to: 389}
#         - {name: LDAP, protocol: udp, from: 389, to: 389}
#         - {name: Global Catalog, protocol: tcp, from: 3268, to: 3268}
#         - {name: syslog, protocol: udp, from: 514, to: 514}
#         - {name: MQTT, protocol: tcp, from: 1883, to: 1883}
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
package policies.exposure.no_plaintext_services_from_internet

import data.lib.effect
import data.lib.exposure
import data.lib.findings
import data.lib.text

applicable if exposure.answers("plaintext")

findings contains finding if {
	some claim in exposure.claims
	claim.owner == "plaintext"
	open := claim.reached.plaintext
	message := sprintf("%s admits %s from %s%s", [
		input.subject.label,
		text.few(findings.offered(open), 6),
		findings.from_where(claim.cause),
		findings.besides(exposure.others(claim, "plaintext")),
	])
	found := findings.about(claim.cause, findings.key("ingress", claim.cause, open), message)
	finding := effect.judged(found, claim.cause, open)
}
