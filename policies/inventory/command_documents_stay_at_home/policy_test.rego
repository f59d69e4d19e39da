package policies.inventory.command_documents_stay_at_home_test

import data.lib.fixtures
import data.policies.inventory.command_documents_stay_at_home as policy

base := {"sharedWith": []}

beside := {}

found(over, more) := result if {
	subject := fixtures.node("command-document", "aws.ssm-document", "it", object.union(base, over))
	result := policy.findings with input as fixtures.document(subject, object.union(beside, more))
}

test_everybody_is_a_finding if {
	fixtures.keys(found({"sharedWith": ["all"]}, {})) == {"public"}
}

test_nobody_is_fine if {
	fixtures.keys(found({}, {})) == set()
}

test_one_account_is_just_outside if {
	fixtures.keys(found({"sharedWith": ["444455556666"]}, {})) == set()
}
