package policies.images.images_are_not_shared_with_strangers_test

import data.lib.fixtures
import data.policies.images.images_are_not_shared_with_strangers as policy

base := {"sharedWith": []}

beside := {}

found(over, more) := result if {
	subject := fixtures.node("data-copy", "aws.image", "it", object.union(base, over))
	result := policy.findings with input as fixtures.document(subject, object.union(beside, more))
}

test_everybody_is_a_finding if {
	fixtures.keys(found({"sharedWith": ["all"]}, {})) == {"all"}
}

test_nobody_is_fine if {
	fixtures.keys(found({}, {})) == set()
}

test_one_that_is_named_is_just_outside if {
	over := {"sharedWith": ["444455556666"]}
	fixtures.keys(found(over, {})) == set()
		with data.params.images.images_are_not_shared_with_strangers.accounts as ["444455556666"]
}

test_a_stranger_is_a_finding if {
	fixtures.keys(found({"sharedWith": ["444455556666"]}, {})) == {"444455556666"}
}

test_what_is_not_told_is_no_finding if {
	fixtures.keys(found({"sharedWith": null}, {})) == set()
}
