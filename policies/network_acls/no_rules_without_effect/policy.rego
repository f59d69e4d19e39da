# METADATA
# title: Every entry of a network ACL should be able to match
# description: >-
#   An entry behind another that covers it never decides anything. An allow that never matches is a service that
#   does not work; a repetition hides what the list really says.
# related_resources:
#   - https://docs.aws.amazon.com/vpc/latest/userguide/nacl-rules.html
# custom:
#   severity: low
#   subject: filter
#   types: [aws.network-acl]
#   reads: [rules]
#   remediation: >-
#     Delete the entry, or move it before the one that covers it. CLI: aws ec2 delete-network-acl-entry; Terraform:
#     remove the aws_network_acl_rule or change its rule_number.
#   controls:
#     nist-800-53-r5: [CM-7]
#     pci-dss-4.0.1: ["1.2.7"]
package policies.network_acls.no_rules_without_effect

import data.lib.rules

findings contains finding if {
	input.subject.type == "aws.network-acl"
	some rule in input.rules
	earlier := rules.hidden_by(rule, input.rules)
	not refusal_lost(rule, earlier)
	finding := {
		"key": sprintf("%s/%d", [rule.is.direction, rule.is.order]),
		"message": sprintf("%s: the %s %d (%s) never matches, the %s %d before it covers it", [
			input.subject.label,
			rule.is.action,
			rule.is.order,
			rule.is.direction,
			earlier.is.action,
			earlier.is.order,
		]),
		"evidence": [rule.id, earlier.id],
		"cause": rule.id,
	}
}

# network_acls/no_ineffective_denies speaks of these.
refusal_lost(rule, earlier) if {
	rule.is.action == "deny"
	earlier.is.action == "allow"
}
