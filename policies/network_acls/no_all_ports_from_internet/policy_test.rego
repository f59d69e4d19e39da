package policies.network_acls.no_all_ports_from_internet_test

import data.lib.fixtures
import data.policies.network_acls.no_all_ports_from_internet as policy

found(cause) := result if {
	result := policy.findings with input as fixtures.ingress(fixtures.acl({}), [cause])
}

test_every_port_is_a_finding if {
	result := found(fixtures.everything)
	fixtures.keys(result) == {"ingress/ipv4/all/0-65535"}
	fixtures.messages(result) == ["acl-1 admits every protocol from anywhere on the internet (IPv4) into its subnets"]
}

test_all_but_port_zero_is_just_outside if {
	count(found(fixtures.cause([fixtures.tcp(1, 65535)], {}))) == 0
}

test_every_port_from_private_space_is_fine if {
	private := {"breadth": "private", "peers": ["10.0.0.0/8"], "publicPrefix": null}
	count(found(object.union(fixtures.everything, private))) == 0
}

test_the_default_acl_is_judged_elsewhere if {
	not policy.applicable with input as fixtures.ingress(fixtures.acl({"isDefault": true}), [])
	policy.applicable with input as fixtures.ingress(fixtures.acl({}), [])
}
