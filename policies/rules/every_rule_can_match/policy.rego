# METADATA
# title: Every rule of an ordered filter must be able to match
# description: >-
#   A rule behind others that take all of its traffic never decides anything. An allow that never matches is a
#   service that does not work, a deny that never matches is a protection that somebody believes in.
# related_resources:
#   - https://docs.aws.amazon.com/vpc/latest/userguide/nacl-rules.html
#   - https://wiki.nftables.org/wiki-nftables/index.php/Configuring_chains
# schemas:
#   - input: schema["filter"]
# custom:
#   severity: low
#   subject: filter
#   types: [aws.network-acl, nftables.chain]
#   reads: [dead_rules]
#   remediation: >-
#     Delete the rule, or move it before the ones that cover it. CLI: aws ec2 delete-network-acl-entry; Terraform:
#     remove the aws_network_acl_rule or change its rule_number; nft: delete rule by its handle.
#   controls:
#     iso-27001-2022: [A.8.9]
#     nist-800-53-r5: [CM-7]
#     pci-dss-4.0.1: ["1.2.7"]
package policies.rules.every_rule_can_match

findings contains finding if {
	some rule in input.dead_rules.shadowed
	not refusal_lost(rule)
	finding := {
		"key": concat("/", [rule.direction, sprintf("%v", [rule.order])]),
		"message": sprintf("%s never matches: %s before it %s all of its traffic", [
			rule.label,
			concat(", ", [other.label | some other in rule.by]),
			takes[count(rule.by) == 1],
		]),
		"evidence": array.concat([rule.id], [other.id | some other in rule.by]),
		"cause": rule.id,
	}
}

takes := {true: "takes", false: "take"}

# network_acls/no_ineffective_denies speaks of these.
refusal_lost(rule) if {
	input.subject.type == "aws.network-acl"
	rule.action == "deny"
	count(rule.by) == 1
	rule.by[0].action == "allow"
}
