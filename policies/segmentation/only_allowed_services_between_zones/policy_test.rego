package policies.segmentation.only_allowed_services_between_zones_test

import data.lib.fixtures
import data.policies.segmentation.only_allowed_services_between_zones as policy

way(over) := object.union(
	{
		"from": "web",
		"to": "databases",
		"service": "postgres",
		"source": "web-1",
		"target": "db-1 and 3 more like it",
		"trace": [
			{"id": "eni-1", "label": "web-1", "says": "leaves web-1"},
			{"id": "eni-2", "label": "db-1", "says": "arrives at db-1"},
		],
		"rules": [fixtures.rule("sg-db#1")],
		"cause": fixtures.rule("sg-db#1"),
	},
	over,
)

document(declared, open) := fixtures.document(
	fixtures.node("estate", "causeway.estate", "causeway:estate", {}),
	{"segmentation": {"declared": declared, "forbidden": 4, "open": open}},
)

found(open) := result if {
	result := policy.findings with input as document(true, open)
}

test_a_way_that_is_not_allowed_is_a_finding_with_its_hops if {
	result := found([way({})])
	fixtures.keys(result) == {"web → databases: postgres"}
	fixtures.messages(result) == ["web reaches databases by postgres, which is not allowed: web-1 can open it on db-1 and 3 more like it"]
	some finding in result
	finding.cause == "sg-db#1"
	finding.evidence[1] == {"text": "db-1: arrives at db-1", "node": "eni-2"}
}

test_each_cell_is_a_finding_of_its_own if {
	count(found([way({}), way({"service": "ssh"}), way({"from": "databases", "to": "web"})])) == 3
}

test_zones_without_a_forbidden_way_pass if {
	policy.applicable with input as document(true, [])
	count(found([])) == 0
}

test_without_zones_nothing_is_judged if {
	not policy.applicable with input as document(false, [])
}
