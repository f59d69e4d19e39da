package policies.services.accelerators_keep_client_addresses_test

import data.lib.fixtures
import data.policies.services.accelerators_keep_client_addresses as policy

base := {
	"endpoints": [{"id": "e", "health": "healthy", "weight": 1, "keepsClientAddress": true}],
}

beside := {}

found(over, more) := result if {
	subject := fixtures.node("endpoint-group", "aws.accelerator-endpoint-group", "it", object.union(base, over))
	result := policy.findings with input as fixtures.document(subject, object.union(beside, more))
}

test_one_that_hides_them_is_a_finding if {
	over := {"endpoints": [{"id": "e", "health": "healthy", "keepsClientAddress": false}]}
	fixtures.keys(found(over, {})) == {"e"}
}

test_one_that_keeps_them_is_fine if {
	fixtures.keys(found({}, {})) == set()
}

test_one_that_does_not_answer_is_a_finding if {
	over := {"endpoints": [{"id": "e", "health": "unhealthy", "keepsClientAddress": true}]}
	fixtures.keys(found(over, {})) == {"health/e"}
}
