package policies.audit.detectors_are_centrally_managed_test

import data.lib.fixtures
import data.policies.audit.detectors_are_centrally_managed as policy

base := {"administrator": "444455556666", "autoEnable": null}

beside := {}

found(over, more) := result if {
	subject := fixtures.node("detector", "aws.guardduty-detector", "it", object.union(base, over))
	result := policy.findings with input as fixtures.document(subject, object.union(beside, more))
}

test_one_on_its_own_is_a_finding if {
	fixtures.keys(found({"administrator": null}, {})) == {"administrator"}
}

test_a_member_is_fine if {
	fixtures.keys(found({}, {})) == set()
}

test_the_administrator_itself_is_fine if {
	fixtures.keys(found({"administrator": null, "autoEnable": "all"}, {})) == set()
}
