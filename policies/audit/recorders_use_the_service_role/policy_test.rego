package policies.audit.recorders_use_the_service_role_test

import data.lib.fixtures
import data.policies.audit.recorders_use_the_service_role as policy

base := {"owner": null, "serviceRole": true}

beside := {}

found(over, more) := result if {
	subject := fixtures.node("recorder", "aws.config-recorder", "it", object.union(base, over))
	result := policy.findings with input as fixtures.document(subject, object.union(beside, more))
}

test_another_role_is_a_finding if {
	fixtures.keys(found({"serviceRole": false}, {})) == {"role"}
}

test_the_services_role_is_fine if {
	fixtures.keys(found({}, {})) == set()
}

test_no_role_is_not_known if {
	fixtures.keys(found({"serviceRole": null}, {})) == set()
}
