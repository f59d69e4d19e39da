# METADATA
# title: Nothing should use the default security group
# description: >-
#   Members of the default group share one set of rules whatever they do, and by default admit each other on every
#   port. What hangs on it was most likely launched without a thought for its network.
# related_resources:
#   - https://docs.aws.amazon.com/vpc/latest/userguide/default-security-group.html
# schemas:
#   - input: schema["filter"]
# custom:
#   severity: medium
#   subject: filter
#   types: [aws.security-group]
#   reads: [interfaces, load_balancers]
#   remediation: >-
#     Create a group for the workload and put it in the place of the default one. CLI: aws ec2
#     modify-network-interface-attribute --groups, aws elbv2 set-security-groups; Terraform: vpc_security_group_ids
#     of the instance.
#   controls:
#     cis-aws-3.0: ["5.4"]
#     cis-aws-5.0: ["5.5"]
#     cis-aws-7.0: ["6.5"]
#     dora: ["9(4)(b)"]
#     iso-27001-2022: [A.8.20]
#     nis2: ["21(2)(e)"]
#     nist-800-53-r5: [AC-4, SC-7]
package policies.security_groups.default_group_is_not_used

import data.lib.text

applicable if input.subject.is.isDefault

findings contains finding if {
	input.subject.is.isDefault
	members := array.concat(input.interfaces, input.load_balancers)
	count(members) > 0
	finding := {
		"key": "in-use",
		"message": sprintf("%s is a default group and guards %s: %s", [
			input.subject.label,
			text.counted(count(members), "member"),
			text.first([member.label | some member in members], 4),
		]),
		"evidence": [member.id | some member in members],
		"cause": input.subject.id,
	}
}
