# METADATA
# title: Name servers that machines are told must be there and be reached
# description: >-
#   DHCP options tell machines whom to ask. Where that address is not reached from the network nothing
#   works; where nothing of the estate is known to answer there, somebody unknown decides what every name
#   means.
# related_resources:
#   - https://docs.aws.amazon.com/vpc/latest/userguide/DHCPOptionSetConcepts.html
# schemas:
#   - input: schema["network"]
# custom:
#   severity: medium
#   subject: network
#   types: [aws.vpc]
#   reads: [resolver]
#   remediation: >-
#     Name servers of the estate, or AmazonProvidedDNS. CLI: aws ec2 create-dhcp-options; Terraform:
#     aws_vpc_dhcp_options.
#   controls:
#     nist-800-53-r5: [SC-21]
#   parameters:
#     known_servers:
#       description: addresses of name servers that are trusted though nothing of them is collected
#       default: []
#       schema: {type: array, uniqueItems: true, items: {type: string}}
package policies.dns.machines_ask_servers_that_answer

applicable if count(input.resolver.servers) > 0

findings contains finding if {
	some server in input.resolver.servers
	some problem in problems(server)
	finding := {
		"key": sprintf("%s/%s", [server.address, problem[0]]),
		"message": sprintf("Machines in %s are told to ask %s, %s", [input.subject.label, server.address, problem[1]]),
		"evidence": [input.subject.id],
		"severity": problem[2],
	}
}

problems(server) := {["reached", "which is not reached from there", "high"] | server.reached == "no"} | {["known", "where nothing of the estate is known to answer", "medium"] |
	not server.known
	not server.address in data.params.dns.machines_ask_servers_that_answer.known_servers
}
