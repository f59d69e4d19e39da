package policies.hybrid.transit_gateways_ask_before_they_join_test

import data.lib.fixtures
import data.policies.hybrid.transit_gateways_ask_before_they_join as policy

base := {
	"transit": {"acceptsByItself": false, "defaultAssociation": null, "defaultPropagation": null},
}

beside := {}

found(over, more) := result if {
	subject := fixtures.node("gateway", "aws.transit-gateway", "it", object.union(base, over))
	result := policy.findings with input as fixtures.document(subject, object.union(beside, more))
}

test_one_that_accepts_is_a_finding if {
	fixtures.keys(found({"transit": {"acceptsByItself": true}}, {})) == {"accepts"}
}

test_one_that_asks_is_fine if {
	fixtures.keys(found({}, {})) == set()
}

test_what_is_not_told_is_no_finding if {
	fixtures.keys(found({"transit": {"acceptsByItself": null}}, {})) == set()
}
