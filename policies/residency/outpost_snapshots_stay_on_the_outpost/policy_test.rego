package policies.residency.outpost_snapshots_stay_on_the_outpost_test

import data.lib.fixtures
import data.policies.residency.outpost_snapshots_stay_on_the_outpost as policy

subject(over) := fixtures.node("data-store", "aws.volume", "store-1", object.union({}, over))

keys(over, related) := fixtures.keys(found) if {
	found := policy.findings with input as fixtures.document(subject(over), related)
}

test_a_snapshot_in_the_region_is_a_finding if {
	keys({}, {"placement": fixtures.placed([fixtures.on_outpost, fixtures.place({})])}) == {"lies/region/us-east-1/111122223333"}
}

test_one_on_the_outpost_is_fine if {
	keys({}, {"placement": fixtures.placed([fixtures.on_outpost])}) == set()
}

test_metadata_in_the_region_is_just_outside if {
	keys({}, {"placement": fixtures.placed([fixtures.on_outpost, fixtures.place({"how": "metadata"})])}) == set()
}

test_a_volume_in_the_region_is_not_judged if {
	not policy.applicable with input as fixtures.document(subject({}), {"placement": fixtures.placed([fixtures.place({})])})
}
