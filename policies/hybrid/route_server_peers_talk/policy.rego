# METADATA
# title: Peers of a route server must be up
# description: >-
#   A peer that is gone leaves routes that lead to it until the server forgets them.
# related_resources:
#   - https://docs.aws.amazon.com/vpc/latest/userguide/dynamic-routing-route-server.html
# schemas:
#   - input: schema["route-server-end"]
# custom:
#   severity: medium
#   subject: route-server-end
#   types: [aws.route-server-peer]
#   reads: []
#   remediation: >-
#     Look at the appliance: AS number, address and firewall must agree. CLI: aws ec2 describe-route-server-
#     peers; Terraform: aws_vpc_route_server_peer.
#   controls:
#     dora: ["12(5)"]
#     iso-27001-2022: [A.8.14]
#     nis2: ["21(2)(c)"]
#     nist-800-53-r5: [CP-8, CP-10]
package policies.hybrid.route_server_peers_talk

findings contains finding if {
	input.subject.is.state == "available"
	input.subject.is.bgp == "down"
	finding := {
		"key": "bgp",
		"message": sprintf("The session with %s is down", [input.subject.label]),
		"evidence": [input.subject.id],
	}
}

findings contains finding if {
	input.subject.is.state == "available"
	input.subject.is.bfd == "down"
	finding := {
		"key": "bfd",
		"message": sprintf("Liveness of %s is down", [input.subject.label]),
		"evidence": [input.subject.id],
	}
}
