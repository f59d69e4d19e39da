package policies.hybrid.site_link_joins_named_places_only_test

import data.lib.fixtures
import data.policies.hybrid.site_link_joins_named_places_only as policy

base := {"siteLink": false}

beside := {}

found(over, more) := result if {
	subject := fixtures.node("virtual-interface", "aws.virtual-interface", "it", object.union(base, over))
	result := policy.findings with input as fixtures.document(subject, object.union(beside, more))
}

test_one_that_links_is_a_finding if {
	fixtures.keys(found({"siteLink": true}, {})) == {"site-link"}
}

test_one_that_does_not_is_fine if {
	fixtures.keys(found({}, {})) == set()
}

test_one_that_is_named_is_just_outside if {
	fixtures.keys(found({"siteLink": true}, {})) == set()
		with data.params.hybrid.site_link_joins_named_places_only.may_link as ["it"]
}
