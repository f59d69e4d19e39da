# METADATA
# title: Network ACLs must not admit remote administration from the internet
# description: >-
#   The ACL of a subnet is the second line behind security groups. If it admits the administration ports from
#   everywhere, a single wrong group is enough to open them.
# related_resources:
#   - https://docs.aws.amazon.com/vpc/latest/userguide/nacl-rules.html
#   - https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-21
# schemas:
#   - input: schema["filter"]
# custom:
#   severity: medium
#   subject: filter
#   types: [aws.network-acl]
#   reads: [exposure]
#   remediation: >-
#     Put a deny for the ports before the allow that covers them, or admit what is served and the ephemeral ports
#     above 3389 apart. CLI: aws ec2 create-network-acl-entry --ingress --rule-number 90 --rule-action deny
#     --protocol tcp --port-range From=22,To=22 --cidr-block 0.0.0.0/0; Terraform: aws_network_acl_rule.
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
#   parameters:
#     services:
#       description: names, protocols and ports that count as remote administration on a network ACL
#       default:
#         - {name: SSH, protocol: tcp, from: 22, to: 22}
#         - {name: RDP, protocol: tcp, from: 3389, to: 3389}
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
package policies.network_acls.no_admin_ports_from_internet

import data.lib.exposure
import data.lib.findings
import data.lib.services
import data.lib.text

# An ACL that is open on every port is reported as that, by its own policy.
applicable if not every_port

every_port if {
	some cause in input.exposure.ingress
	cause.breadth == "internet"
	exposure.everything(cause)
}

findings contains finding if {
	some cause in input.exposure.ingress
	cause.breadth == "internet"
	not exposure.everything(cause)
	open := services.open(data.params.network_acls.no_admin_ports_from_internet.services, cause.openings)
	count(open) > 0
	message := sprintf("%s admits %s from %s into its subnets", [
		input.subject.label,
		text.few(findings.offered(open), 6),
		findings.from_where(cause),
	])
	finding := findings.about(cause, findings.key("ingress", cause, open), message)
}
