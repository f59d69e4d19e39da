# METADATA
# title: Outgoing traffic should not reach wide ranges of ports on the internet
# description: >-
#   A service calls out to a few known ports. A range of hundreds is seldom what it needs, and all that
#   somebody on the machine needs to get data out.
# related_resources:
#   - https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html
# schemas:
#   - input: schema["filter"]
# custom:
#   severity: info
#   subject: filter
#   types: [aws.security-group, nftables.chain]
#   reads: [exposure]
#   remediation: >-
#     Name the ports that the service calls. CLI: aws ec2 modify-security-group-rules; Terraform: from_port and
#     to_port of the aws_vpc_security_group_egress_rule.
#   controls:
#     dora: ["9(4)(b)"]
#     iso-27001-2022: [A.8.20]
#     nis2: ["21(2)(e)"]
#     nist-800-53-r5: [AC-4, SC-7]
#     pci-dss-4.0.1: ["1.3.2"]
#   parameters:
#     max_ports:
#       description: how many ports of one protocol one cause may reach before it counts as a wide range
#       default: 100
#       schema: {type: integer, minimum: 1, maximum: 65535}
package policies.exposure.no_wide_egress

import data.lib.exposure
import data.lib.findings
import data.lib.text

findings contains finding if {
	some cause in input.exposure.egress
	cause.breadth == "internet"
	not exposure.everything(cause)
	exposure.wide(cause, data.params.exposure.no_wide_egress.max_ports)
	message := sprintf("%s lets out %s to %s", [
		input.subject.label,
		text.few(findings.spoken(cause.openings), 4),
		findings.from_where(cause),
	])
	finding := findings.about(cause, findings.outline("egress", cause), message)
}
