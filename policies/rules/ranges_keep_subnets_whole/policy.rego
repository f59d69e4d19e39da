# METADATA
# title: A range in a rule should not cut through a subnet
# description: >-
#   Machines of one subnet get addresses as they come: a rule that takes half of them takes these today and
#   others tomorrow.
# related_resources:
#   - https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/security-group-rules.html
# custom:
#   severity: info
#   subject: filter
#   types: [aws.security-group]
#   reads: [rules, network.subnets]
#   remediation: >-
#     Use the whole subnet, or refer to a group. CLI: aws ec2 modify-security-group-rules; Terraform:
#     referenced_security_group_id of the aws_vpc_security_group_ingress_rule.
#   controls:
#     dora: ["9(4)(b)"]
#     iso-27001-2022: [A.8.20, A.8.22]
#     nis2: ["21(2)(e)"]
#     nist-800-53-r5: [AC-4, SC-7]
package policies.rules.ranges_keep_subnets_whole

import data.lib.routing
import data.lib.text

findings contains finding if {
	some rule in input.rules
	some peer in rule.is.peers
	cidr := peer.cidr
	cut := [subnet |
		some subnet in input.network.subnets
		some block in subnet.is.cidrs
		block != cidr
		routing.inside(cidr, block)
		not single(cidr)
	]
	count(cut) > 0
	finding := {
		"key": concat("/", [rule.id, cidr]),
		"message": sprintf("%s names %s, a part of %s", [input.subject.label, cidr, text.first([subnet.label | some subnet in cut], 2)]),
		"evidence": [rule.id],
		"cause": rule.id,
	}
}

# One address is a machine, not a part of a subnet.
single(cidr) if endswith(cidr, "/32")

single(cidr) if endswith(cidr, "/128")
