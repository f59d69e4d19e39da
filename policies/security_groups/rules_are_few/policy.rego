# METADATA
# title: A security group should have a number of rules that people can review
# description: >-
#   Dozens of rules in one group are read by nobody: an opening for one day stays among them for years. Long lists
#   of addresses belong into prefix lists, different services into different groups.
# related_resources:
#   - https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html#vpc-limits-security-groups
#   - https://docs.aws.amazon.com/vpc/latest/userguide/managed-prefix-lists.html
# schemas:
#   - input: schema["filter"]
# custom:
#   severity: low
#   subject: filter
#   types: [aws.security-group]
#   reads: [rules]
#   remediation: >-
#     Move lists of addresses to a managed prefix list, references to groups, and split the group by service. CLI:
#     aws ec2 create-managed-prefix-list; Terraform: aws_ec2_managed_prefix_list.
#   controls:
#     dora: ["9(4)(b)"]
#     iso-27001-2022: [A.8.20, A.8.9]
#     nis2: ["21(2)(e)"]
#     nist-800-53-r5: [AC-4, CM-7]
#     pci-dss-4.0.1: ["1.2.7"]
#   parameters:
#     max_rules:
#       description: how many rules a group may have in one direction
#       default: 50
#       schema: {type: integer, minimum: 1}
package policies.security_groups.rules_are_few

limit := data.params.security_groups.rules_are_few.max_rules

findings contains finding if {
	count(input.rules) > limit
	some direction in ["ingress", "egress"]
	number := count([rule | some rule in input.rules; rule.is.direction == direction])
	number > limit
	finding := {
		"key": direction,
		"message": sprintf("%s has %d rules (%s), more than %d", [input.subject.label, number, direction, limit]),
		"evidence": [input.subject.id],
	}
}
