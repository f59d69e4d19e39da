package policies.inventory.agents_are_current_test

import data.lib.fixtures
import data.policies.inventory.agents_are_current as policy

base := {"agentCurrent": true, "agentVersion": "3.3"}

beside := {}

found(over, more) := result if {
	subject := fixtures.node("managed-host", "aws.managed-host", "it", object.union(base, over))
	result := policy.findings with input as fixtures.document(subject, object.union(beside, more))
}

test_an_old_one_is_a_finding if {
	fixtures.keys(found({"agentCurrent": false}, {})) == {"agent"}
}

test_a_current_one_is_fine if {
	fixtures.keys(found({}, {})) == set()
}

test_what_is_not_told_is_no_finding if {
	fixtures.keys(found({"agentCurrent": null}, {})) == set()
}
