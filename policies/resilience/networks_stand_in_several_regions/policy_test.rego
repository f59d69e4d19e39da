package policies.resilience.networks_stand_in_several_regions_test

import data.lib.fixtures
import data.policies.resilience.networks_stand_in_several_regions as policy

subject(over) := fixtures.node("account", "aws.account", "account-1", object.union({}, over))

keys(over, related) := fixtures.keys(found) if {
	found := policy.findings with input as fixtures.document(subject(over), related)
}

test_one_region_is_a_finding if {
	found := keys({}, {"networks": [{"region": "eu-west-1"}, {"region": "eu-west-1"}]}) with data.params.resilience.networks_stand_in_several_regions.accounts as ["account-1"]
	found == {"regions"}
}

test_two_regions_are_fine if {
	found := keys({}, {"networks": [{"region": "eu-west-1"}, {"region": "eu-west-2"}]}) with data.params.resilience.networks_stand_in_several_regions.accounts as ["account-1"]
	found == set()
}

test_accounts_that_are_not_named_are_just_outside if {
	keys({}, {"networks": []}) == set()
}
