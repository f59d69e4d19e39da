package policies.audit.detectors_take_in_new_accounts_test

import data.lib.fixtures
import data.policies.audit.detectors_take_in_new_accounts as policy

base := {"autoEnable": "all"}

beside := {}

found(over, more) := result if {
	subject := fixtures.node("detector", "aws.guardduty-detector", "it", object.union(base, over))
	result := policy.findings with input as fixtures.document(subject, object.union(beside, more))
}

test_none_is_a_finding if {
	fixtures.keys(found({"autoEnable": "none"}, {})) == {"auto-enable"}
}

test_all_is_fine if {
	fixtures.keys(found({}, {})) == set()
}

test_new_ones_only_is_fine if {
	fixtures.keys(found({"autoEnable": "new"}, {})) == set()
}
