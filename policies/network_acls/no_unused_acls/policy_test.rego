package policies.network_acls.no_unused_acls_test

import data.lib.fixtures
import data.policies.network_acls.no_unused_acls as policy

subnet := fixtures.node("subnet", "aws.subnet", "subnet-1", {})

found(is, subnets) := result if {
	result := policy.findings with input as fixtures.document(fixtures.acl(is), {"subnets": subnets})
}

test_an_acl_on_no_subnet_is_a_finding if {
	fixtures.messages(found({}, [])) == ["acl-1 is associated with no subnet"]
	fixtures.keys(found({}, [])) == {"unused"}
}

test_one_subnet_is_enough if {
	count(found({}, [subnet])) == 0
}

test_a_default_acl_cannot_be_deleted if {
	count(found({"isDefault": true}, [])) == 0
	not policy.applicable with input as fixtures.document(fixtures.acl({"isDefault": true}), {"subnets": []})
}
