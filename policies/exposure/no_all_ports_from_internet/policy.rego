# METADATA
# title: The internet must not reach every port
# description: >-
#   A filter that admits the internet on every port of a protocol protects nothing: whatever listens
#   behind it, today or after the next installation, answers strangers.
# related_resources:
#   - https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html
#   - https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-18
#   - https://wiki.nftables.org/wiki-nftables/index.php/Simple_ruleset_for_a_server
# schemas:
#   - input: schema["filter"]
# custom:
#   severity: critical
#   subject: filter
#   types: [aws.security-group, nftables.chain]
#   reads: [exposure, effect]
#   remediation: >-
#     Replace the rule by one for each service that strangers must reach, e.g. tcp 443. AWS console: VPC,
#     Security groups, Edit inbound rules; CLI: aws ec2 revoke-security-group-ingress, then
#     authorize-security-group-ingress; Terraform: aws_vpc_security_group_ingress_rule with from_port and
#     to_port. nftables: give the chain policy drop and accept single ports.
#   controls:
#     aws-fsbp: [EC2.18, EC2.19]
#     cis-aws-3.0: ["5.2", "5.3"]
#     cis-aws-5.0: ["5.1.2", "5.3", "5.4"]
#     cis-aws-7.0: ["6.1.2", "6.3", "6.4"]
#     dora: ["9(4)(b)"]
#     iso-27001-2022: [A.8.20, A.8.9]
#     nis2: ["21(2)(e)"]
#     nist-800-53-r5: [AC-4, CM-7, SC-7, SC-7(5)]
#     pci-dss-4.0.1: ["1.3.1"]
package policies.exposure.no_all_ports_from_internet

import data.lib.effect
import data.lib.exposure
import data.lib.findings
import data.lib.services
import data.lib.text

findings contains finding if {
	some claim in exposure.claims
	claim.owner == "all_ports"
	message := sprintf("%s admits %s from %s, among them %s", [
		input.subject.label,
		spoken(claim.cause.openings),
		findings.from_where(claim.cause),
		text.few(services.names(claim.cause.openings), 8),
	])
	found := findings.about(claim.cause, findings.outline("ingress", claim.cause), message)
	finding := effect.judged(found, claim.cause, claim.cause.openings)
}

spoken(openings) := "every protocol and port" if {
	"all" in {opening.protocol | some opening in openings}
} else := sprintf("every %s port", [concat(" and ", full)]) if {
	full := sort({opening.protocol | some opening in openings; opening.from == 0; opening.to == 65535} & {"tcp", "udp"})
	count(full) > 0
} else := sprintf("nearly every port (%s)", [text.few(findings.spoken(findings.telling(openings)), 4)])
