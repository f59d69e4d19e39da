# METADATA
# title: A network ACL must let the answers through to what groups behind it admit
# description: >-
#   The group of a machine admits a connection, the ACL of its subnet lets it begin, and no answer gets through, from
#   whichever port the client calls. Groups keep state, ACLs do not: such a service looks open and never answers.
# related_resources:
#   - https://docs.aws.amazon.com/vpc/latest/userguide/custom-network-acl.html#nacl-ephemeral-ports
#   - https://docs.aws.amazon.com/vpc/latest/userguide/infrastructure-security.html
# schemas:
#   - input: schema["filter"]
# custom:
#   severity: medium
#   subject: filter
#   types: [aws.network-acl]
#   reads: [lost_replies]
#   remediation: >-
#     Add an entry in the other direction for the ephemeral ports of the clients, or take the rule of the group away.
#     causeway reach --from CLIENT --to INTERFACE --port PORT shows where the answer is lost. CLI: aws ec2
#     create-network-acl-entry --egress --rule-action allow --protocol tcp --port-range From=1024,To=65535;
#     Terraform: aws_network_acl_rule with egress = true.
#   controls:
#     dora: ["7", "9(4)(b)"]
#     gdpr: ["32(1)(b)"]
#     iso-27001-2022: [A.8.14, A.8.20]
#     nis2: ["21(2)(c)", "21(2)(e)"]
#     nist-800-53-r5: [SC-5, SC-7]
package policies.network_acls.replies_to_groups_pass

import data.lib.findings
import data.lib.text

verb := {"ingress": "admit", "egress": "let out"}

# A group lets everything out unless somebody narrows it: that UDP is not answered then is nobody's intent.
lost := [each | some each in input.lost_replies.lost; {each.direction, each.protocol} != {"egress", "udp"}]

# One finding for each subnet and direction.
findings contains finding if {
	some direction in ["ingress", "egress"]
	some subnet in {each.subnet.id | some each in lost; each.direction == direction}
	mine := [each | some each in lost; each.direction == direction; each.subnet.id == subnet]
	finding := {
		"key": concat("/", [direction, subnet]),
		"message": sprintf("groups in %s %s %s, and %s refuses every answer", [
			mine[0].subnet.label,
			verb[direction],
			text.few(findings.spoken(mine), 4),
			input.subject.label,
		]),
		"evidence": [{"text": sprintf("%s: %s %s", [each.at.label, findings.spoken([each])[0], findings.peers(each)]), "node": each.at.id} | some each in mine],
		"cause": input.subject.id,
	}
}
