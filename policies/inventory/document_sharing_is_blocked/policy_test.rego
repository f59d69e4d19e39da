package policies.inventory.document_sharing_is_blocked_test

import data.lib.fixtures
import data.policies.inventory.document_sharing_is_blocked as policy

base := {"public": false}

beside := {}

found(over, more) := result if {
	subject := fixtures.node("document-sharing", "aws.ssm-document-sharing", "it", object.union(base, over))
	result := policy.findings with input as fixtures.document(subject, object.union(beside, more))
}

test_open_is_a_finding if {
	fixtures.keys(found({"public": true}, {})) == {"open"}
}

test_blocked_is_fine if {
	fixtures.keys(found({}, {})) == set()
}

test_what_is_not_told_is_no_finding if {
	fixtures.keys(found({"public": null}, {})) == set()
}
