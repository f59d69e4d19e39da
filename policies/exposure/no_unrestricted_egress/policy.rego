# METADATA
# title: Outgoing traffic must not reach every port of the internet
# description: >-
#   Malware calls home, and data leaves, by whatever port is open. A filter that lets everything out turns any
#   foothold into a connection. It is what AWS gives every new group, so it is worth a look, not an alarm.
# related_resources:
#   - https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html
#   - https://docs.aws.amazon.com/network-firewall/latest/developerguide/what-is-aws-network-firewall.html
# schemas:
#   - input: schema["filter"]
# custom:
#   severity: low
#   subject: filter
#   types: [aws.security-group, nftables.chain]
#   reads: [exposure]
#   remediation: >-
#     Replace the rule by the destinations that are needed: 443 to prefix lists or endpoints, the group of the
#     database, the resolver. CLI: aws ec2 revoke-security-group-egress --group-id GROUP --protocol all --cidr
#     0.0.0.0/0; Terraform: aws_vpc_security_group_egress_rule for each; nftables: policy drop on the output chain.
#   controls:
#     dora: ["9(4)(b)"]
#     iso-27001-2022: [A.8.20]
#     nis2: ["21(2)(e)"]
#     nist-800-53-r5: [AC-4, SC-7, SC-7(5)]
#     pci-dss-4.0.1: ["1.3.2"]
package policies.exposure.no_unrestricted_egress

import data.lib.exposure
import data.lib.findings
import data.lib.text

findings contains finding if {
	some cause in input.exposure.egress
	cause.breadth == "internet"
	exposure.everything(cause)
	message := sprintf("%s lets out %s to %s", [
		input.subject.label,
		text.few(findings.spoken(cause.openings), 4),
		findings.from_where(cause),
	])
	finding := findings.about(cause, findings.outline("egress", cause), message)
}
