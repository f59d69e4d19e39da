package policies.dns.machines_ask_servers_that_answer_test

import data.lib.fixtures
import data.policies.dns.machines_ask_servers_that_answer as policy

found(over) := result if {
	network := fixtures.node("network", "aws.vpc", "vpc-1", {"isDefault": false})
	result := policy.findings with input as fixtures.document(network, {"resolver": object.union(resolver, over)})
}

resolver := {"servers": [], "provider": true, "support": true, "hostnames": true, "zones": 1, "logs": 1, "firewalls": 1, "blocks": 2}

server(over) := {"servers": [object.union({"address": "10.9.0.53", "known": true, "reached": "yes"}, over)], "provider": false}

test_a_server_out_of_reach_is_a_finding if {
	count(found(server({"reached": "no"}))) == 1
}

test_a_stranger_is_a_finding if {
	count(found(server({"known": false}))) == 1
}

test_a_server_is_fine if {
	count(found(server({}))) == 0
}

test_a_trusted_stranger_is_just_outside if {
	trusted := found(server({"known": false})) with data.params.dns.machines_ask_servers_that_answer.known_servers as ["10.9.0.53"]
	count(trusted) == 0
}
