package policies.images.public_sharing_is_blocked_test

import data.lib.fixtures
import data.policies.images.public_sharing_is_blocked as policy

base := {"enabled": true, "imageSharing": "block-new-sharing"}

beside := {}

found(over, more) := result if {
	subject := fixtures.node("region", "aws.region", "it", object.union(base, over))
	result := policy.findings with input as fixtures.document(subject, object.union(beside, more))
}

test_no_block_is_a_finding if {
	fixtures.keys(found({"imageSharing": "unblocked"}, {})) == {"images"}
}

test_a_block_is_fine if {
	fixtures.keys(found({}, {})) == set()
}

test_what_is_not_told_is_no_finding if {
	fixtures.keys(found({"imageSharing": null}, {})) == set()
}
