# METADATA
# title: Questions must reach the servers that they are forwarded to
# description: >-
#   A rule forwards to an address to which routes, filters or the line to the data centre let no question
#   pass: every name of the domain is lost in each network that follows the rule.
# related_resources:
#   - https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resolver-forwarding-outbound-queries.html
# schemas:
#   - input: schema["resolver-rule"]
# custom:
#   severity: high
#   subject: resolver-rule
#   types: []
#   reads: [forwarding]
#   remediation: >-
#     Let UDP and TCP 53 pass from the outbound endpoint to the servers: its security group, the network ACLs,
#     and the routes of its subnets.
#   controls:
#     nist-800-53-r5: [SC-21, CP-10]
package policies.dns.forwarding_reaches_its_servers

applicable if input.subject.is.ruleType == "forward"

findings contains finding if {
	some target in input.forwarding.targets
	target.reached == "no"
	finding := {
		"key": target.address,
		"message": sprintf("Questions for %s do not reach %s (%s)", [object.get(input.subject.is, "domain", "unknown"), target.address, input.subject.label]),
		"evidence": [input.subject.id],
	}
}
