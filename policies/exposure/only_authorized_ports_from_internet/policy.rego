# METADATA
# title: The internet must reach authorized ports only
# description: >-
#   What strangers may reach should be a decision. A port that is on no list is a service that somebody
#   forgot, or one that nobody hardened for the internet. This policy answers for every opening that no
#   other policy on openings to the internet names.
# related_resources:
#   - https://docs.aws.amazon.com/config/latest/developerguide/vpc-sg-open-only-to-authorized-ports.html
#   - https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-18
#   - https://www.iana.org/assignments/service-names-port-numbers/service-names-port-numbers.xhtml
# schemas:
#   - input: schema["filter"]
# custom:
#   severity: medium
#   subject: filter
#   types: [aws.security-group, nftables.chain]
#   reads: [exposure, effect]
#   remediation: >-
#     Narrow the source, move the service behind a load balancer on 443, or authorize the port for all filters
#     by the parameters of this policy in causeway.yaml. CLI: aws ec2 revoke-security-group-ingress;
#     Terraform: cidr_ipv4 of the aws_vpc_security_group_ingress_rule; nftables: add ip saddr to the rule.
#   controls:
#     aws-fsbp: [EC2.18]
#     dora: ["9(4)(b)"]
#     iso-27001-2022: [A.8.20]
#     nis2: ["21(2)(e)"]
#     nist-800-53-r5: [AC-4, SC-7, SC-7(5)]
#     pci-dss-4.0.1: ["1.3.1"]
#   parameters:
#     tcp:
#       description: TCP ports that may be open to the internet, for this policy and the others on such openings
#       default: [80, 443]
#       schema: {type: array, uniqueItems: true, items: {type: integer, minimum: 0, maximum: 65535}}
#     udp:
#       description: UDP ports that may be open to the internet, e.g. 443 for HTTP/3 or 500 and 4500 for IPsec
#       default: []
#       schema: {type: array, uniqueItems: true, items: {type: integer, minimum: 0, maximum: 65535}}
#     protocols:
#       description: IANA numbers of other protocols that may be open to the internet, e.g. "50" for IPsec ESP
#       default: []
#       schema: {type: array, uniqueItems: true, items: {type: string, pattern: "^[0-9]+$"}}
package policies.exposure.only_authorized_ports_from_internet

import data.lib.effect
import data.lib.exposure
import data.lib.findings
import data.lib.text

findings contains finding if {
	some claim in exposure.claims
	claim.owner == "other"
	spans := exposure.unauthorized(claim.cause.openings)
	message := sprintf("%s admits %s from %s, which is not on the list of authorized ports", [
		input.subject.label,
		text.few(findings.spoken(spans), 6),
		findings.from_where(claim.cause),
	])
	found := findings.about(claim.cause, findings.key("ingress", claim.cause, spans), message)
	finding := effect.judged(found, claim.cause, spans)
}
