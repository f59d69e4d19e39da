# METADATA
# title: A deny must not stand behind an allow that covers it
# description: >-
#   Entries of a network ACL are taken in the order of their numbers and the first match decides. A deny with a
#   higher number than an allow for the same traffic never refuses anything, and somebody relies on it.
# related_resources:
#   - https://docs.aws.amazon.com/vpc/latest/userguide/nacl-rules.html
# schemas:
#   - input: schema["filter"]
# custom:
#   severity: medium
#   subject: filter
#   types: [aws.network-acl]
#   reads: [rules]
#   remediation: >-
#     Give the deny a number below that of the allow. CLI: aws ec2 create-network-acl-entry with the new number,
#     then delete-network-acl-entry for the old one; Terraform: rule_number of the aws_network_acl_rule (rule_no in
#     a block).
#   controls:
#     dora: ["9(4)(b)"]
#     iso-27001-2022: [A.8.20]
#     nis2: ["21(2)(e)"]
#     nist-800-53-r5: [AC-4, SC-7]
#     pci-dss-4.0.1: ["1.2.7"]
package policies.network_acls.no_ineffective_denies

import data.lib.rules

findings contains finding if {
	input.subject.type == "aws.network-acl"
	some deny in input.rules
	deny.is.action == "deny"
	allow := rules.hidden_by(deny, input.rules)
	allow.is.action == "allow"
	finding := {
		"key": sprintf("%s/%d", [deny.is.direction, deny.is.order]),
		"message": sprintf("%s: the deny %d (%s) never refuses anything, the allow %d before it covers it", [
			input.subject.label,
			deny.is.order,
			deny.is.direction,
			allow.is.order,
		]),
		"evidence": [deny.id, allow.id],
		"cause": deny.id,
	}
}
