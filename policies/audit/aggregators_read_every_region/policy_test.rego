package policies.audit.aggregators_read_every_region_test

import data.lib.fixtures
import data.policies.audit.aggregators_read_every_region as policy

base := {"allRegions": true, "regions": []}

beside := {}

found(over, more) := result if {
	subject := fixtures.node("aggregator", "aws.config-aggregator", "it", object.union(base, over))
	result := policy.findings with input as fixtures.document(subject, object.union(beside, more))
}

test_named_regions_are_a_finding if {
	fixtures.keys(found({"allRegions": false, "regions": ["eu-west-1"]}, {})) == {"regions"}
}

test_all_regions_are_fine if {
	fixtures.keys(found({}, {})) == set()
}

test_none_is_a_finding if {
	fixtures.keys(found({"allRegions": false}, {})) == {"regions"}
}
