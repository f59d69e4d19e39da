# METADATA
# title: A rule must forward to more than one server
# description: >-
#   Where the one server that a rule names is down, every name of the domain is.
# related_resources:
#   - https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/best-practices-resolver.html
# schemas:
#   - input: schema["resolver-rule"]
# custom:
#   severity: low
#   subject: resolver-rule
#   types: [aws.resolver-rule]
#   reads: []
#   remediation: >-
#     Name a second server in another place. CLI: aws route53resolver update-resolver-rule; Terraform:
#     target_ip of aws_route53_resolver_rule.
#   controls:
#     nist-800-53-r5: [CP-10]
package policies.dns.forwarding_names_several_servers

applicable if input.subject.is.ruleType == "forward"

findings contains finding if {
	input.subject.is.ruleType == "forward"
	count({target.address | some target in input.subject.is.targets}) == 1
	finding := {
		"key": "one",
		"message": sprintf("%s forwards %s to one server alone", [input.subject.label, object.get(input.subject.is, "domain", "unknown")]),
		"evidence": [input.subject.id],
	}
}
