# METADATA
# title: What is admitted from the internet must be answered
# description: >-
#   Packets that arrive and whose answers are lost on the way are a service that does not work, or a rule that
#   nobody needs: a network ACL without the ephemeral ports, a route table without the gateway.
# related_resources:
#   - https://docs.aws.amazon.com/vpc/latest/userguide/security-groups.html
#   - https://docs.aws.amazon.com/vpc/latest/reachability/how-reachability-analyzer-works.html
# schemas:
#   - input: schema["interface"]
# custom:
#   severity: low
#   subject: interface
#   types: [aws.network-interface]
#   reads: [reach]
#   remediation: >-
#     Let the ephemeral ports 1024-65535 out in the network ACL, route the subnet to the gateway that it is
#     reached by, or take the rule away. causeway reach --from internet --to INTERFACE shows where the answer is
#     lost.
#   controls:
#     dora: ["9(4)(b)"]
#     iso-27001-2022: [A.8.20, A.8.9]
#     nis2: ["21(2)(e)"]
#     nist-800-53-r5: [CM-7, SC-7]
package policies.reach.answers_reach_the_internet

import data.lib.reach

findings contains finding if {
	some path in input.reach.unanswered
	path.breadth == "internet"
	count(reach.from_internet(path.protocol, path.from)) == 0
	finding := {
		"key": concat("/", ["unanswered", path.protocol, sprintf("%d-%d", [path.from, path.to])]),
		"message": sprintf("%s %s arrives at %s from the internet, and the answer is lost", [path.protocol, ports(path), input.subject.label]),
		"evidence": [input.subject.id],
	}
}

ports(path) := sprintf("%d", [path.from]) if path.from == path.to

ports(path) := "on any port" if {
	path.from == 0
	path.to == 65535
} else := sprintf("%d-%d", [path.from, path.to]) if path.from < path.to
