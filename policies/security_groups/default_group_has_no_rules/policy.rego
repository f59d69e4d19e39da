# METADATA
# title: The default security group must have no rules
# description: >-
#   Whatever is launched without a group gets the default one. Its rules then admit and let out traffic for
#   machines that nobody gave a thought to; without rules such a machine is simply cut off.
# related_resources:
#   - https://docs.aws.amazon.com/vpc/latest/userguide/default-security-group.html
#   - https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-2
# schemas:
#   - input: schema["filter"]
# custom:
#   severity: medium
#   subject: filter
#   types: [aws.security-group]
#   reads: [rules]
#   remediation: >-
#     Move what uses it to groups of their own, then delete all its rules. CLI: aws ec2
#     revoke-security-group-ingress and revoke-security-group-egress with --security-group-rule-ids; Terraform: an
#     aws_default_security_group without ingress and egress blocks.
#   controls:
#     aws-fsbp: [EC2.2]
#     cis-aws-3.0: ["5.4"]
#     cis-aws-5.0: ["5.5"]
#     cis-aws-7.0: ["6.5"]
#     dora: ["9(4)(b)"]
#     iso-27001-2022: [A.8.20, A.8.22]
#     nis2: ["21(2)(e)"]
#     nist-800-53-r5: [AC-4, AC-4(21), SC-7, SC-7(5)]
package policies.security_groups.default_group_has_no_rules

import data.lib.text

applicable if input.subject.is.isDefault

findings contains finding if {
	input.subject.is.isDefault
	some direction in ["ingress", "egress"]
	mine := [rule | some rule in input.rules; rule.is.direction == direction]
	count(mine) > 0
	finding := {
		"key": direction,
		"message": sprintf("%s is a default group and has %s (%s)", [
			input.subject.label,
			text.counted(count(mine), "rule"),
			direction,
		]),
		"evidence": [rule.id | some rule in mine],
		"cause": input.subject.id,
	}
}
