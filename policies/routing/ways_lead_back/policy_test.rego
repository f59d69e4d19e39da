package policies.routing.ways_lead_back_test

import data.lib.fixtures
import data.policies.routing.ways_lead_back as policy

found(asymmetric, lost) := result if {
	subject := fixtures.node("network", "aws.vpc", "vpc-1", {})
	document := fixtures.document(subject, {"returns": {"asymmetric": asymmetric, "lost": lost}})
	result := policy.findings with input as document
}

there := {"to": fixtures.rule("vpc-2"), "there": fixtures.rule("pcx-1")}

test_a_way_without_one_back_is_a_finding_about_the_other_network if {
	result := found([], [there])
	fixtures.keys(result) == {"no-return/vpc-2"}
	fixtures.messages(result) == ["vpc-1 routes to vpc-2 over pcx-1, and no route leads back"]
	some finding in result
	finding.cause == "vpc-2"
}

test_a_way_back_by_another_link_is_a_finding if {
	result := found([object.union(there, {"back": fixtures.rule("tgw-1")})], [])
	fixtures.keys(result) == {"asymmetric/vpc-2"}
	fixtures.messages(result) == ["vpc-1 routes to vpc-2 over pcx-1, and the way back is over tgw-1"]
}

test_ways_that_lead_back_as_they_came_pass if {
	count(found([], [])) == 0
}
