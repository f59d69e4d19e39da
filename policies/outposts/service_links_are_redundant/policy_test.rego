package policies.outposts.service_links_are_redundant_test

import data.lib.fixtures
import data.policies.outposts.service_links_are_redundant as policy

base := {"uplinks": 2}

beside := {}

found(over, more) := result if {
	subject := fixtures.node("site", "aws.outpost-site", "it", object.union(base, over))
	result := policy.findings with input as fixtures.document(subject, object.union(beside, more))
}

test_one_is_a_finding if {
	fixtures.keys(found({"uplinks": 1}, {})) == {"uplinks"}
}

test_two_are_fine if {
	fixtures.keys(found({}, {})) == set()
}

test_what_is_not_told_is_no_finding if {
	fixtures.keys(found({"uplinks": null}, {})) == set()
}
