package policies.security_groups.default_group_is_not_used_test

import data.lib.fixtures
import data.policies.security_groups.default_group_is_not_used as policy

document(is, interfaces, balancers) := fixtures.document(
	fixtures.group(is),
	{"interfaces": interfaces, "load_balancers": balancers},
)

found(is, interfaces, balancers) := result if {
	result := policy.findings with input as document(is, interfaces, balancers)
}

interface := fixtures.node("interface", "aws.network-interface", "eni-1", {})

balancer := fixtures.node("load-balancer", "aws.load-balancer", "alb-1", {})

test_members_are_one_finding if {
	result := found({"isDefault": true}, [interface], [balancer])
	fixtures.keys(result) == {"in-use"}
	fixtures.messages(result) == ["sg-1 is a default group and guards 2 members: eni-1 and alb-1"]
}

test_no_member_is_fine if {
	count(found({"isDefault": true}, [], [])) == 0
}

test_members_of_another_group_are_just_outside if {
	count(found({}, [interface], [])) == 0
	not policy.applicable with input as document({}, [interface], [])
	policy.applicable with input as document({"isDefault": true}, [], [])
}
