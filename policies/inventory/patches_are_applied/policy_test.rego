package policies.inventory.patches_are_applied_test

import data.lib.fixtures
import data.policies.inventory.patches_are_applied as policy

base := {"complianceType": "Patch", "compliant": true, "violations": 0}

beside := {}

found(over, more) := result if {
	subject := fixtures.node("compliance-summary", "aws.ssm-compliance", "it", object.union(base, over))
	result := policy.findings with input as fixtures.document(subject, object.union(beside, more))
}

test_missing_ones_are_a_finding if {
	fixtures.keys(found({"compliant": false, "violations": 3}, {})) == {"patches"}
}

test_none_is_fine if {
	fixtures.keys(found({}, {})) == set()
}

test_associations_are_another_question if {
	fixtures.keys(found({"complianceType": "Association", "compliant": false}, {})) == set()
}
