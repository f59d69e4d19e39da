package policies.audit.regions_have_security_hub_test

import data.lib.fixtures
import data.policies.audit.regions_have_security_hub as policy

base := {"enabled": true}

beside := {"security_hubs": []}

found(over, more) := result if {
	subject := fixtures.node("region", "aws.region", "it", object.union(base, over))
	result := policy.findings with input as fixtures.document(subject, object.union(beside, more))
}

test_none_is_a_finding if {
	fixtures.keys(found({}, {})) == {"hub"}
}

test_one_is_fine if {
	more := {
		"security_hubs": [{"id": "h", "kind": "security-hub", "type": "t", "label": "h", "is": {}}],
	}
	fixtures.keys(found({}, more)) == set()
}

test_a_region_that_is_off_needs_none if {
	fixtures.keys(found({"enabled": false}, {})) == set()
}
