package policies.data.images_cannot_be_made_public_test

import data.lib.fixtures
import data.policies.data.images_cannot_be_made_public as policy

subject(over) := fixtures.node("region", "aws.region", "111122223333/eu-central-1", object.union({}, over))

keys(over, related) := fixtures.keys(found) if {
	found := policy.findings with input as fixtures.document(subject(over), related)
}

test_no_block_is_a_finding if {
	keys({"imageSharing": "unblocked"}, {}) == {"sharing"}
}

test_a_block_is_fine if {
	keys({"imageSharing": "block-new-sharing"}, {}) == set()
}

test_what_is_not_told_is_just_outside if {
	keys({"imageSharing": null}, {}) == set()
}
