# METADATA
# title: The internet must not reach wide ranges of ports
# description: >-
#   A range such as 1-65535 or 1024-65535 is meant for one service and opens thousands, among them the
#   administration and database ports that nobody thought of.
# related_resources:
#   - https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html
#   - https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-19
# schemas:
#   - input: schema["filter"]
# custom:
#   severity: high
#   subject: filter
#   types: [aws.security-group, nftables.chain]
#   reads: [exposure, effect]
#   remediation: >-
#     Replace the range by the ports that are served. AWS console: VPC, Security groups, Edit inbound rules;
#     CLI: aws ec2 modify-security-group-rules; Terraform: narrow from_port and to_port of the
#     aws_vpc_security_group_ingress_rule; nftables: tcp dport { 443 } accept. Security groups are stateful,
#     so replies need no range of their own.
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
#     max_ports:
#       description: how many ports of one protocol one cause may open before it counts as a wide range
#       default: 100
#       schema: {type: integer, minimum: 1, maximum: 65535}
package policies.exposure.no_wide_port_ranges_from_internet

import data.lib.effect
import data.lib.exposure
import data.lib.findings
import data.lib.services
import data.lib.text

findings contains finding if {
	some claim in exposure.claims
	claim.owner == "wide"
	message := sprintf("%s admits %s from %s%s", [
		input.subject.label,
		text.few(findings.spoken(claim.cause.openings), 4),
		findings.from_where(claim.cause),
		among(services.names(claim.cause.openings)),
	])
	found := findings.about(claim.cause, findings.outline("ingress", claim.cause), message)
	finding := effect.judged(found, claim.cause, claim.cause.openings)
}

among(names) := "" if count(names) == 0

among(names) := sprintf(", among them %s", [text.few(names, 8)]) if count(names) > 0
