package policies.network_acls.default_acl_is_not_open_test

import data.lib.fixtures
import data.policies.network_acls.default_acl_is_not_open as policy

subnet := fixtures.node("subnet", "aws.subnet", "subnet-1", {})

document(is, causes, subnets) := object.union(fixtures.ingress(fixtures.acl(is), causes), {"subnets": subnets})

found(is, causes, subnets) := result if {
	result := policy.findings with input as document(is, causes, subnets)
}

test_an_open_default_acl_with_subnets_is_a_finding if {
	result := found({"isDefault": true}, [fixtures.everything], [subnet])
	fixtures.keys(result) == {"ingress/ipv4/all/0-65535"}
	fixtures.messages(result) == ["acl-1, the default ACL of 1 subnet, admits everything from anywhere on the internet (IPv4)"]
}

test_one_that_guards_nothing_is_fine if {
	count(found({"isDefault": true}, [fixtures.everything], [])) == 0
}

test_one_that_admits_the_web_only_is_just_outside if {
	count(found({"isDefault": true}, [fixtures.cause([fixtures.tcp(443, 443)], {})], [subnet])) == 0
}

test_other_acls_are_judged_elsewhere if {
	count(found({}, [fixtures.everything], [subnet])) == 0
	not policy.applicable with input as document({}, [], [])
	policy.applicable with input as document({"isDefault": true}, [], [])
}
