# METADATA
# title: A network ACL of one's own should not admit every port from the internet
# description: >-
#   Somebody made this ACL to filter, and it does not: it admits every port from everywhere, just as the default
#   ACL does. Security groups are then the only line.
# related_resources:
#   - https://docs.aws.amazon.com/vpc/latest/userguide/vpc-network-acls.html
#   - https://docs.aws.amazon.com/vpc/latest/userguide/nacl-rules.html
# schemas:
#   - input: schema["filter"]
# custom:
#   severity: low
#   subject: filter
#   types: [aws.network-acl]
#   reads: [exposure]
#   remediation: >-
#     Admit the ports that the subnets serve and the ephemeral ports 1024-65535 for replies, and refuse 22 and
#     3389 before that. CLI: aws ec2 replace-network-acl-entry; Terraform: ingress blocks of the aws_network_acl.
#   controls:
#     aws-fsbp: [EC2.21]
#     cis-aws-3.0: ["5.1"]
#     cis-aws-5.0: ["5.2"]
#     cis-aws-7.0: ["6.2"]
#     dora: ["9(4)(b)"]
#     iso-27001-2022: [A.8.20, A.8.22, A.8.9]
#     nis2: ["21(2)(e)"]
#     nist-800-53-r5: [AC-4(21), CM-7, SC-7, SC-7(5)]
#     pci-dss-4.0.1: ["1.3.1"]
package policies.network_acls.no_all_ports_from_internet

import data.lib.exposure
import data.lib.findings
import data.lib.text

applicable if not input.subject.is.isDefault

findings contains finding if {
	some cause in input.exposure.ingress
	cause.breadth == "internet"
	exposure.everything(cause)
	message := sprintf("%s admits %s from %s into its subnets", [
		input.subject.label,
		text.few(findings.spoken(cause.openings), 4),
		findings.from_where(cause),
	])
	finding := findings.about(cause, findings.outline("ingress", cause), message)
}
