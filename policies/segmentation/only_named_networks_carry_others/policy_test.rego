package policies.segmentation.only_named_networks_carry_others_test

import data.lib.fixtures
import data.policies.segmentation.only_named_networks_carry_others as policy

arn := "arn:aws:ec2:eu-central-1:111122223333:vpc/vpc-hub"

carried(over) := object.union(
	{
		"through": {"id": arn, "label": "hub (vpc-hub)"},
		"to": ["10.9.0.0/16"],
		"more": 0,
		"internet": false,
		"onward": [fixtures.rule("vpc-9")],
	},
	over,
)

found(fact) := result if {
	subject := fixtures.node("attachment", "aws.transit-gateway-attachment", "tgw-attach-1", {})
	result := policy.findings with input as fixtures.document(subject, {"carried": fact})
}

test_a_network_that_carries_for_others_is_a_finding if {
	result := found(carried({}))
	fixtures.keys(result) == {"networks"}
	fixtures.messages(result) == ["hub (vpc-hub) carries what is for 10.9.0.0/16, on to vpc-9"]
	some finding in result
	finding.evidence == ["tgw-attach-1", "vpc-9"]
}

test_a_line_that_carries_the_internet_is_a_finding if {
	result := found(carried({"through": fixtures.rule("tgw-attach-1"), "internet": true, "onward": []}))
	fixtures.messages(result) == ["tgw-attach-1 carries what is for the internet"]
	fixtures.keys(result) == {"internet"}
}

test_many_destinations_are_counted if {
	result := found(carried({"more": 3, "onward": []}))
	fixtures.messages(result) == ["hub (vpc-hub) carries what is for 10.9.0.0/16 and 3 more"]
}

test_what_carries_nothing_passes if {
	count(found(carried({"through": null, "to": [], "onward": []}))) == 0
}

test_what_is_named_may_carry_and_another_is_just_outside if {
	every name in ["vpc-hub", arn, "tgw-attach-1"] {
		count(found(carried({}))) == 0 with data.params.segmentation.only_named_networks_carry_others.may_carry as [name]
	}
	count(found(carried({}))) == 1 with data.params.segmentation.only_named_networks_carry_others.may_carry as ["vpc-hu", "hub"]
}
