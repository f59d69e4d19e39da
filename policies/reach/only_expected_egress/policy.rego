# METADATA
# title: An interface should open only expected ports on the internet
# description: >-
#   What a machine can open on the internet, over routes and NAT, past groups and ACLs, whoever breaks into it can use
#   too, to fetch tools and to send data out. Most need a few known ports.
# related_resources:
#   - https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html
#   - https://csrc.nist.gov/pubs/sp/800/41/r1/final
# schemas:
#   - input: schema["interface"]
# custom:
#   severity: medium
#   subject: interface
#   types: [aws.network-interface]
#   reads: [egress]
#   remediation: >-
#     Narrow the egress rule that is named to the ports that are needed, send the traffic through a proxy, or add a
#     port that all need to the parameter allowed. causeway reach --from INTERFACE --to internet --port 25 shows a
#     way. CLI: aws ec2 revoke-security-group-egress; Terraform: aws_vpc_security_group_egress_rule.
#   controls:
#     dora: ["9(4)(b)"]
#     iso-27001-2022: [A.8.20]
#     nis2: ["21(2)(e)"]
#     nist-800-53-r5: [AC-4, SC-7, SC-7(5)]
#     pci-dss-4.0.1: ["1.3.2"]
#   parameters:
#     allowed:
#       description: ports that interfaces may open on the internet; protocols without ports go from 0 to 65535
#       default:
#         - {protocol: tcp, from: 80, to: 80}
#         - {protocol: tcp, from: 443, to: 443}
#         - {protocol: udp, from: 53, to: 53}
#         - {protocol: udp, from: 123, to: 123}
#         - {protocol: udp, from: 443, to: 443}
#         - {protocol: icmp, from: 0, to: 65535}
#         - {protocol: icmpv6, from: 0, to: 65535}
#       schema:
#         type: array
#         items:
#           type: object
#           required: [protocol, from, to]
#           additionalProperties: false
#           properties:
#             protocol: {type: string, minLength: 1}
#             from: {type: integer, minimum: 0, maximum: 65535}
#             to: {type: integer, minimum: 0, maximum: 65535}
package policies.reach.only_expected_egress

import data.lib.findings
import data.lib.text

allowed := data.params.reach.only_expected_egress.allowed

# What the provider runs behind an interface (endpoints, load balancers) is not for us to narrow.
applicable if not input.subject.is.providerManaged

# One finding for each rule that lets something out: that is what can be narrowed.
findings contains finding if {
	not input.subject.is.providerManaged
	some cause in {opening.cause.id | some opening in openings}
	mine := [opening | some opening in openings; opening.cause.id == cause]
	spans := [span | some opening in mine; some span in leftover(opening)]
	count(spans) > 0
	finding := {
		"key": concat("/", ["egress", cause_key(cause)]),
		"message": sprintf("%s opens %s on the internet", [
			input.subject.label,
			text.few(findings.spoken(spans), 4),
		]),
		"evidence": [hop.id | some hop in mine[0].trace],
		"cause": cause,
	}
}

openings := [opening | some opening in input.egress.openings; opening.breadth == "internet"]

# Where no rule is named the interface itself is the cause.
cause_key(cause) := cause if cause != input.subject.id

cause_key(cause) := "unfiltered" if cause == input.subject.id

# What an opening holds beside what is allowed.
leftover(opening) := [span |
	after := {next | some one in near(opening); next := one.to + 1}
	some from in sort({opening.from} | after)
	from <= opening.to
	not within(from, near(opening))
	before := {last | some one in near(opening); one.from > from; last := one.from - 1}
	span := {"protocol": opening.protocol, "from": from, "to": min({opening.to} | before)}
]

near(opening) := [one |
	some one in allowed
	one.protocol == opening.protocol
	one.from <= opening.to
	one.to >= opening.from
]

within(port, list) if {
	some one in list
	one.from <= port
	one.to >= port
}
