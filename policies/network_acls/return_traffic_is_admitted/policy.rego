# METADATA
# title: A network ACL that admits requests must let the replies through
# description: >-
#   Network ACLs keep no state: a reply leaves for the client's ephemeral port and needs an entry of its own. An
#   ACL that admits TCP one way and no ephemeral port the other way breaks every connection it seems to permit,
#   and tempts whoever looks for the fault to open everything.
# related_resources:
#   - https://docs.aws.amazon.com/vpc/latest/userguide/nacl-ephemeral-ports.html
# schemas:
#   - input: schema["filter"]
# custom:
#   severity: medium
#   subject: filter
#   types: [aws.network-acl]
#   reads: [exposure]
#   complete: true
#   remediation: >-
#     Add an entry in the other direction for the ephemeral ports of the clients. CLI: aws ec2
#     create-network-acl-entry --egress --rule-number 120 --rule-action allow --protocol tcp --port-range
#     From=1024,To=65535 --cidr-block CLIENTS; Terraform: aws_network_acl_rule with egress = true.
#   controls:
#     dora: ["7", "9(4)(b)"]
#     gdpr: ["32(1)(b)"]
#     iso-27001-2022: [A.8.14, A.8.20]
#     nis2: ["21(2)(c)", "21(2)(e)"]
#     nist-800-53-r5: [SC-5, SC-7]
#   parameters:
#     ephemeral:
#       description: first and last of the ports from which clients call
#       default: {from: 1024, to: 65535}
#       schema:
#         type: object
#         required: [from, to]
#         additionalProperties: false
#         properties: {from: {type: integer, minimum: 1, maximum: 65535}, to: {type: integer, minimum: 1, maximum: 65535}}
#     min_ports:
#       description: an opening with at least so many ephemeral ports is room for replies, one with fewer is for requests
#       default: 1000
#       schema: {type: integer, minimum: 1}
package policies.network_acls.return_traffic_is_admitted

import data.lib.findings
import data.lib.text

params := data.params.network_acls.return_traffic_is_admitted

back := {"ingress": "egress", "egress": "ingress"}

findings contains finding if {
	some direction in ["ingress", "egress"]
	causes := requests(input.exposure[direction])
	some family in {cause.family | some cause in causes}
	not admits_replies(input.exposure[back[direction]], family)
	mine := [cause | some cause in causes; cause.family == family]
	message := sprintf("%s admits TCP requests (%s, %s), and refuses every reply to an ephemeral port in the other direction", [
		input.subject.label,
		direction,
		text.family[family],
	])
	finding := findings.about(mine[0], concat("/", [direction, family]), message)
}

requests(causes) := [cause |
	some cause in causes
	some opening in cause.openings
	opening.protocol == "tcp"
	not roomy(opening)
]

admits_replies(causes, family) if {
	some cause in causes
	cause.family == family
	some opening in cause.openings
	opening.protocol in {"tcp", "all"}
	roomy(opening)
}

roomy(opening) if {
	first := max([opening.from, params.ephemeral.from])
	last := min([opening.to, params.ephemeral.to])
	(last - first) + 1 >= params.min_ports
}
