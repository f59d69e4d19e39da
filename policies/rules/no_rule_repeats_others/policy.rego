# METADATA
# title: No rule of a security group should repeat what others admit
# description: >-
#   A rule that others cover admits nothing of its own. Who deletes it believes that something was closed, and who
#   reads the group sees more than it does.
# related_resources:
#   - https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html
# schemas:
#   - input: schema["filter"]
# custom:
#   severity: info
#   subject: filter
#   types: [aws.security-group]
#   reads: [dead_rules]
#   remediation: >-
#     Delete the rule, or the wider ones if they are not meant. CLI: aws ec2 revoke-security-group-ingress with
#     --security-group-rule-ids; Terraform: remove the aws_vpc_security_group_ingress_rule.
#   controls:
#     iso-27001-2022: [A.8.9]
#     nist-800-53-r5: [CM-7]
#     pci-dss-4.0.1: ["1.2.7"]
package policies.rules.no_rule_repeats_others

findings contains finding if {
	some rule in input.dead_rules.implied
	finding := {
		"key": rule.id,
		"message": sprintf("%s admits nothing that %s does not", [
			rule.label,
			concat(", ", [other.label | some other in rule.by]),
		]),
		"evidence": array.concat([rule.id], [other.id | some other in rule.by]),
		"cause": rule.id,
	}
}
