# METADATA
# title: Public addresses that are admitted should be known
# description: >-
#   Which addresses are offices and partners is known to somebody. Those that nobody knows belong to whoever
#   rents them now.
# related_resources:
#   - https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/security-group-rules.html
# schemas:
#   - input: schema["filter"]
# custom:
#   severity: low
#   subject: filter
#   types: [aws.security-group, nftables.chain]
#   reads: [exposure]
#   remediation: >-
#     Name the range in the parameter known, or take the rule out. CLI: aws ec2 revoke-security-group-
#     ingress; Terraform: aws_vpc_security_group_ingress_rule.
#   controls:
#     dora: ["9(4)(b)"]
#     iso-27001-2022: [A.8.20, A.8.22]
#     nis2: ["21(2)(e)"]
#     nist-800-53-r5: [AC-4, SC-7]
#   parameters:
#     known:
#       description: "public ranges that may be admitted; none: nothing is judged"
#       default: []
#       schema: {type: array, uniqueItems: true, items: {type: string}}
package policies.exposure.only_known_public_sources

import data.lib.routing
import data.lib.text

params := data.params.exposure.only_known_public_sources

applicable if count(params.known) > 0

findings contains finding if {
	applicable
	some cause in input.exposure.ingress
	cause.breadth == "public"
	strangers := [peer |
		some peer in cause.peers
		contains(peer, "/")
		not routing.within(peer, params.known)
		not private(peer)
	]
	count(strangers) > 0
	finding := {
		"key": concat("/", ["ingress", cause.family, cause.rules[0].id]),
		"message": sprintf("%s admits %s, which nobody named", [input.subject.label, text.few(strangers, 3)]),
		"evidence": [rule.id | some rule in cause.rules],
		"cause": cause.rules[0].id,
	}
}

private(peer) if {
	some space in ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10", "fc00::/7", "fe80::/10"]
	routing.inside(peer, space)
}
