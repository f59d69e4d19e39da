package policies.logging.network_flow_logs_are_on_test

import data.lib.fixtures
import data.policies.logging.network_flow_logs_are_on as policy

log(over) := fixtures.node("flow-log", "aws.flow-log", "fl-1", object.union(
	{"status": "ACTIVE", "delivery": "SUCCESS", "traffic": "ALL"},
	over,
))

subnet(id, logs) := object.union(fixtures.node("subnet", "aws.subnet", id, {}), {"flow_logs": logs})

found(logs, subnets) := result if {
	vpc := fixtures.node("network", "aws.vpc", "vpc-1", {})
	result := policy.findings with input as fixtures.document(vpc, {"flow_logs": logs, "subnets": subnets})
}

test_no_log_is_a_finding if {
	fixtures.keys(found([], [])) == {"flow-logs"}
	fixtures.messages(found([], [subnet("a", []), subnet("b", [])])) == ["vpc-1 has no flow log that works"]
}

test_a_log_of_the_network_covers_it if {
	count(found([log({})], [subnet("a", [])])) == 0
	count(found([log({"traffic": "REJECT", "delivery": null})], [])) == 0
}

test_logs_of_all_subnets_cover_it if {
	count(found([], [subnet("a", [log({})]), subnet("b", [log({})])])) == 0
}

test_one_subnet_without_a_log_is_just_outside if {
	result := found([], [subnet("a", [log({})]), subnet("b", [])])
	fixtures.messages(result) == ["vpc-1 has no flow log that works for b"]
	some finding in result
	finding.evidence == ["vpc-1", "b"]
}

test_a_log_that_does_not_deliver_or_sees_only_accepted_traffic_does_not_count if {
	count(found([log({"delivery": "FAILED"})], [])) == 1
	count(found([log({"status": "INACTIVE"})], [])) == 1
	count(found([log({"traffic": "ACCEPT"})], [])) == 1
}

test_the_traffic_is_a_parameter if {
	count(found([log({"traffic": "REJECT"})], [])) == 1 with data.params.logging.network_flow_logs_are_on.traffic as ["ALL"]
}
