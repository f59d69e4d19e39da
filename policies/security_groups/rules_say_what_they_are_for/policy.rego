# METADATA
# title: Security group rules should say what they are for
# description: >-
#   A rule without a word on who asked for it and why cannot be reviewed, and is never taken away.
# related_resources:
#   - https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html
# schemas:
#   - input: schema["filter"]
# custom:
#   severity: info
#   subject: filter
#   types: [aws.security-group]
#   reads: [rules]
#   remediation: >-
#     Add a description with owner and reason. CLI: aws ec2 update-security-group-rule-descriptions-ingress (and
#     -egress); Terraform: description of the aws_vpc_security_group_ingress_rule.
#   controls:
#     dora: ["8(1)"]
#     iso-27001-2022: [A.5.9]
#     nist-800-53-r5: [CM-8]
#     pci-dss-4.0.1: ["1.2.5"]
package policies.security_groups.rules_say_what_they_are_for

import data.lib.text

# security_groups/default_group_has_no_rules wants the rules of default groups gone, not described.
applicable if not input.subject.is.isDefault

findings contains finding if {
	not input.subject.is.isDefault
	some direction in ["ingress", "egress"]
	silent := [rule.id |
		some rule in input.rules
		rule.is.direction == direction
		not described(rule)
		not born_with(rule.is)
	]
	count(silent) > 0
	finding := {
		"key": direction,
		"message": sprintf("%s has %s (%s) without a description", [
			input.subject.label,
			text.counted(count(silent), "rule"),
			direction,
		]),
		"evidence": silent,
		"cause": input.subject.id,
	}
}

described(rule) if trim_space(rule.is.description) != ""

# AWS gives every new group a rule that lets everything out; exposure/no_unrestricted_egress speaks of it.
born_with(rule) if {
	rule.direction == "egress"
	rule.protocols == null
	some peer in rule.peers
	peer.cidr in {"0.0.0.0/0", "::/0"}
}
