# METADATA
# title: A DNS firewall must judge what networks ask
# description: >-
#   Whoever may ask for any name can carry data out in names, past every other filter: the resolver asks the
#   internet for machines that cannot reach it.
# related_resources:
#   - https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resolver-dns-firewall.html
# schemas:
#   - input: schema["network"]
# custom:
#   severity: low
#   subject: network
#   types: [aws.vpc]
#   reads: [resolver]
#   complete: true
#   remediation: >-
#     Associate a rule group with the VPC. CLI: aws route53resolver associate-firewall-rule-group; Terraform:
#     aws_route53_resolver_firewall_rule_group_association.
#   controls:
#     nist-800-53-r5: [SC-7, SI-4]
package policies.dns.networks_are_behind_a_dns_firewall

findings contains finding if {
	input.resolver.firewalls == 0
	not input.resolver.support == false
	finding := {
		"key": "firewall",
		"message": sprintf("No DNS firewall judges what machines in %s ask", [input.subject.label]),
		"evidence": [input.subject.id],
	}
}
