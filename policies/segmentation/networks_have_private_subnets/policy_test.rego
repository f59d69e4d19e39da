package policies.segmentation.networks_have_private_subnets_test

import data.lib.fixtures
import data.policies.segmentation.networks_have_private_subnets as policy

table(type) := fixtures.node("route-table", "aws.route-table", type, {"routes": [fixtures.route("0.0.0.0/0", type)]})

subnet(id, own) := object.union(fixtures.node("subnet", "aws.subnet", id, {}), {"route_table": own})

document(is, subnets, main) := fixtures.document(
	fixtures.node("network", "aws.vpc", "vpc-1", is),
	{"subnets": subnets, "main_route_tables": main},
)

found(subnets, main) := result if {
	result := policy.findings with input as document({"isDefault": false}, subnets, main)
}

open := table("internet-gateway")

closed := table("nat-gateway")

test_only_public_subnets_are_a_finding if {
	result := found([subnet("a", open), subnet("b", open)], [])
	fixtures.keys(result) == {"no-private-subnet"}
	fixtures.messages(result) == ["all 2 subnets of vpc-1 route to an internet gateway"]
}

test_the_main_table_counts if {
	count(found([subnet("a", open), subnet("b", null)], [open])) == 1
	count(found([subnet("a", open), subnet("b", null)], [closed])) == 0
	count(found([subnet("a", open), subnet("b", null)], [])) == 0
}

test_one_private_subnet_is_enough if {
	count(found([subnet("a", open), subnet("b", closed)], [])) == 0
}

test_a_single_subnet_is_just_outside if {
	count(found([subnet("a", open)], [])) == 0
	count(found([], [])) == 0
}

test_default_networks_are_judged_elsewhere if {
	not policy.applicable with input as document({"isDefault": true}, [], [])
	policy.applicable with input as document({"isDefault": false}, [], [])
}
