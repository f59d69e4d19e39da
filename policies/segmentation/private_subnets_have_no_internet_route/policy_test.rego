package policies.segmentation.private_subnets_have_no_internet_route_test

import data.lib.fixtures
import data.policies.segmentation.private_subnets_have_no_internet_route as policy

table(id, destination, type) := fixtures.node("route-table", "aws.route-table", id, {"routes": [
	fixtures.route("10.0.0.0/16", "local"),
	fixtures.route(destination, type),
]})

document(tags, own, main) := fixtures.document(
	object.union(fixtures.node("subnet", "aws.subnet", "subnet-1", {}), {"tags": tags}),
	{
		"route_table": own,
		"network": object.union(fixtures.node("network", "aws.vpc", "vpc-1", {}), {"main_route_tables": main}),
	},
)

found(tags, own, main) := result if {
	result := policy.findings with input as document(tags, own, main)
}

private := {"Name": "shop-private-a"}

test_a_private_subnet_on_an_internet_gateway_is_a_finding if {
	result := found(private, table("rtb-1", "0.0.0.0/0", "internet-gateway"), [])
	fixtures.keys(result) == {"internet-gateway"}
	fixtures.messages(result) == ["subnet-1 is called private (Name=shop-private-a) and routes 0.0.0.0/0 to an internet gateway"]
	some finding in result
	finding.cause == "rtb-1"
}

test_the_main_table_counts_where_the_subnet_has_none if {
	count(found(private, null, [table("rtb-main", "::/0", "internet-gateway")])) == 1
	count(found(private, table("rtb-1", "0.0.0.0/0", "nat-gateway"), [table("rtb-main", "0.0.0.0/0", "internet-gateway")])) == 0
}

test_a_nat_gateway_is_fine if {
	count(found(private, table("rtb-1", "0.0.0.0/0", "nat-gateway"), [])) == 0
	count(found(private, table("rtb-1", "::/0", "egress-only-gateway"), [])) == 0
}

test_a_subnet_that_nobody_calls_private_is_just_outside if {
	document_of_public := document({"Name": "shop-public-a", "owner": "private banking"}, table("rtb-1", "0.0.0.0/0", "internet-gateway"), [])
	count(policy.findings) == 0 with input as document_of_public
	not policy.applicable with input as document_of_public
	policy.applicable with input as document(private, null, [])
}
