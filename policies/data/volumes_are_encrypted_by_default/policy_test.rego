package policies.data.volumes_are_encrypted_by_default_test

import data.lib.fixtures
import data.policies.data.volumes_are_encrypted_by_default as policy

subject(over) := fixtures.node("region", "aws.region", "111122223333/eu-central-1", object.union({}, over))

keys(over, related) := fixtures.keys(found) if {
	found := policy.findings with input as fixtures.document(subject(over), related)
}

test_it_is_a_finding if {
	keys({"encryptsVolumes": false}, {}) == {"default"}
}

test_the_contrary_is_fine if {
	keys({"encryptsVolumes": true}, {}) == set()
}

test_what_is_not_told_is_just_outside if {
	keys({"encryptsVolumes": null}, {}) == set()
}
