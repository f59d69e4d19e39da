package policies.identity.resource_shares_stay_in_the_organization_test

import data.lib.fixtures
import data.policies.identity.resource_shares_stay_in_the_organization as policy

found(over) := result if {
	base := {"name": "hub", "state": "active", "mine": true, "external": false, "principals": []}
	share := fixtures.node("resource-share", "aws.resource-share", "share", object.union(base, over))
	result := policy.findings with input as fixtures.document(share, {})
}

outside := {"principals": [{"principal": "999988887777", "external": true}]}

test_a_principal_outside_is_a_finding if {
	fixtures.keys(found(outside)) == {"999988887777"}
}

test_a_share_that_may_be_given_outside_is_a_finding if {
	fixtures.keys(found({"external": true})) == {"allowed"}
}

test_a_share_inside_is_fine if {
	fixtures.keys(found({"principals": [{"principal": "arn:aws:organizations::1:organization/o-1", "external": false}]})) == set()
}

test_an_account_that_is_trusted_is_fine if {
	trusted := ["999988887777"]
	fixtures.keys(found(outside)) == set() with data.params.identity.resource_shares_stay_in_the_organization.trusted as trusted
	role := {"principals": [{"principal": "arn:aws:iam::999988887777:role/x", "external": true}]}
	fixtures.keys(found(role)) == set() with data.params.identity.resource_shares_stay_in_the_organization.trusted as trusted
}

test_a_share_of_others_is_just_outside if {
	fixtures.keys(found(object.union(outside, {"mine": false}))) == set()
}

test_a_share_that_is_gone_is_just_outside if {
	fixtures.keys(found(object.union(outside, {"state": "deleted"}))) == set()
}
