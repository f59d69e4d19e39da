package policies.network_acls.subnets_have_an_acl_of_their_own_test

import data.lib.fixtures
import data.policies.network_acls.subnets_have_an_acl_of_their_own as policy

document(is, filters) := fixtures.document(fixtures.node("subnet", "aws.subnet", "subnet-1", is), {"filters": filters})

found(filters) := result if {
	result := policy.findings with input as document({"isDefault": false}, filters)
}

test_the_default_acl_is_a_finding if {
	result := found([fixtures.acl({"isDefault": true})])
	fixtures.keys(result) == {"default-acl"}
	fixtures.messages(result) == ["subnet-1 is guarded by the default ACL acl-1"]
}

test_another_acl_is_fine if {
	count(found([fixtures.acl({})])) == 0
}

test_a_default_filter_of_another_kind_is_just_outside if {
	count(found([fixtures.group({"isDefault": true})])) == 0
}

test_default_subnets_are_judged_with_their_network if {
	not policy.applicable with input as document({"isDefault": true}, [])
	policy.applicable with input as document({"isDefault": false}, [])
}
