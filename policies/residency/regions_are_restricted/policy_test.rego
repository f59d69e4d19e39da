package policies.residency.regions_are_restricted_test

import data.lib.fixtures
import data.policies.residency.regions_are_restricted as policy

found(over) := result if {
	account := fixtures.node("account", "aws.account", "a-1", {})
	base := {"guarded": true, "open": ["eu-central-1"], "refused": ["us-east-1"], "policies": ["p-1"]}
	result := policy.findings with input as fixtures.document(account, {"open_regions": object.union(base, over)})
}

test_an_account_that_may_go_everywhere_is_a_finding if {
	fixtures.keys(found({"open": ["eu-central-1", "us-east-1"], "refused": []})) == {"regions"}
}

test_some_region_that_is_refused_will_do_where_none_is_chosen if {
	fixtures.keys(found({})) == set()
}

test_a_region_beside_the_chosen_ones_is_a_finding if {
	result := found({"open": ["eu-central-1", "eu-west-1"]}) with data.params.residency.regions_are_restricted.regions as ["eu-central-1"]
	fixtures.keys(result) == {"regions"}
}

test_the_chosen_ones_are_fine if {
	result := found({}) with data.params.residency.regions_are_restricted.regions as ["eu-central-1", "eu-west-1"]
	fixtures.keys(result) == set()
}

test_an_account_that_nothing_guards_is_just_outside if {
	fixtures.keys(found({"guarded": false, "open": [], "refused": []})) == set()
}
