package policies.network_acls.no_admin_ports_from_internet_test

import data.lib.fixtures
import data.policies.network_acls.no_admin_ports_from_internet as policy

found(openings, over) := result if {
	result := policy.findings with input as fixtures.ingress(fixtures.acl({}), [fixtures.cause(openings, over)])
}

test_ssh_is_a_finding if {
	result := found([fixtures.tcp(22, 22)], {})
	fixtures.keys(result) == {"ingress/ipv4/tcp/22"}
	fixtures.messages(result) == ["acl-1 admits SSH (tcp 22) from anywhere on the internet (IPv4) into its subnets"]
}

test_the_ephemeral_ports_hold_rdp if {
	fixtures.keys(found([fixtures.tcp(1024, 65535)], fixtures.ipv6)) == {"ingress/ipv6/tcp/3389"}
}

test_the_ports_beside_it_are_just_outside if {
	count(found([fixtures.tcp(21, 21), fixtures.tcp(23, 3388), fixtures.tcp(3390, 65535)], {})) == 0
}

test_one_address_is_not_the_internet if {
	count(found([fixtures.tcp(22, 22)], fixtures.from_address)) == 0
}

test_an_open_acl_is_left_to_its_own_policy_and_is_no_pass if {
	document := fixtures.ingress(fixtures.acl({}), [fixtures.everything])
	count(policy.findings) == 0 with input as document
	not policy.applicable with input as document
	policy.applicable with input as fixtures.ingress(fixtures.acl({}), [])
}
