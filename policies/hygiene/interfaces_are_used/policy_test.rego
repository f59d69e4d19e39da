package policies.hygiene.interfaces_are_used_test

import data.lib.fixtures
import data.policies.hygiene.interfaces_are_used as policy

base := {"providerManaged": false, "status": "in-use"}

beside := {}

found(over, more) := result if {
	subject := fixtures.node("interface", "aws.network-interface", "it", object.union(base, over))
	result := policy.findings with input as fixtures.document(subject, object.union(beside, more))
}

test_one_that_is_free_is_a_finding if {
	fixtures.keys(found({"status": "available"}, {})) == {"unused"}
}

test_one_in_use_is_fine if {
	fixtures.keys(found({}, {})) == set()
}

test_one_of_the_provider_is_just_outside if {
	fixtures.keys(found({"status": "available", "providerManaged": true}, {})) == set()
}
