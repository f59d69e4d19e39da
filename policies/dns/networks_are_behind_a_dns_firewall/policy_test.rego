package policies.dns.networks_are_behind_a_dns_firewall_test

import data.lib.fixtures
import data.policies.dns.networks_are_behind_a_dns_firewall as policy

found(over) := result if {
	network := fixtures.node("network", "aws.vpc", "vpc-1", {"isDefault": false})
	result := policy.findings with input as fixtures.document(network, {"resolver": object.union(resolver, over)})
}

resolver := {"servers": [], "provider": true, "support": true, "hostnames": true, "zones": 1, "logs": 1, "firewalls": 1, "blocks": 2}

test_no_firewall_is_a_finding if {
	count(found({"firewalls": 0, "blocks": 0})) == 1
}

test_a_firewall_is_fine if {
	count(found({})) == 0
}

test_a_network_without_resolver_is_just_outside if {
	count(found({"firewalls": 0, "blocks": 0, "support": false})) == 0
}
