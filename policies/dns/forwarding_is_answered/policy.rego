# METADATA
# title: Servers that questions are forwarded to must answer for the domain
# description: >-
#   A server that does not know the domain says that its names are not there; one that forwards it back lets
#   questions go in a circle until they are given up.
# related_resources:
#   - https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resolver.html
# schemas:
#   - input: schema["resolver-rule"]
# custom:
#   severity: high
#   subject: resolver-rule
#   types: []
#   reads: [forwarding]
#   remediation: >-
#     Forward to the servers that hold the zone, and forward each domain one way only.
#   controls:
#     nist-800-53-r5: [SC-21]
package policies.dns.forwarding_is_answered

applicable if input.subject.is.ruleType == "forward"

findings contains finding if {
	some target in input.forwarding.targets
	words := {"no": "which does not answer for it", "loop": "which sends it back"}[target.answers]
	finding := {
		"key": target.address,
		"message": sprintf("%s forwards %s to %s, %s", [input.subject.label, object.get(input.subject.is, "domain", "unknown"), target.address, words]),
		"evidence": [input.subject.id],
	}
}
