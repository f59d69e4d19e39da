# METADATA
# title: A DNS firewall must block something
# description: >-
#   Rule groups that only allow or alert keep nobody from anything.
# related_resources:
#   - https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resolver-dns-firewall-rule-actions.html
# schemas:
#   - input: schema["network"]
# custom:
#   severity: low
#   subject: network
#   types: [aws.vpc]
#   reads: [resolver]
#   complete: true
#   remediation: >-
#     Give a rule the action BLOCK. CLI: aws route53resolver update-firewall-rule.
#   controls:
#     nist-800-53-r5: [SC-7]
package policies.dns.dns_firewalls_block_something

applicable if input.resolver.firewalls > 0

findings contains finding if {
	input.resolver.firewalls > 0
	input.resolver.blocks == 0
	finding := {
		"key": "block",
		"message": sprintf("The DNS firewall of %s blocks nothing", [input.subject.label]),
		"evidence": [input.subject.id],
	}
}
