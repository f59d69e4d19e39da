package policies.inventory.associations_are_kept_test

import data.lib.fixtures
import data.policies.inventory.associations_are_kept as policy

base := {"complianceType": "Association", "compliant": true}

beside := {}

found(over, more) := result if {
	subject := fixtures.node("compliance-summary", "aws.ssm-compliance", "it", object.union(base, over))
	result := policy.findings with input as fixtures.document(subject, object.union(beside, more))
}

test_one_that_fails_is_a_finding if {
	fixtures.keys(found({"compliant": false}, {})) == {"associations"}
}

test_one_that_holds_is_fine if {
	fixtures.keys(found({}, {})) == set()
}

test_patches_are_another_question if {
	fixtures.keys(found({"complianceType": "Patch", "compliant": false}, {})) == set()
}
