package policies.images.hosts_run_images_of_known_owners_test

import data.lib.fixtures
import data.policies.images.hosts_run_images_of_known_owners as policy

base := {"state": "running"}

beside := {}

found(over, more) := result if {
	subject := fixtures.node("host", "aws.instance", "it", object.union(base, over))
	result := policy.findings with input as fixtures.document(subject, object.union(beside, more))
}

test_that_of_the_provider_is_fine if {
	more := {
		"image": {
			"id": "i",
			"kind": "data-copy",
			"type": "t",
			"label": "i",
			"is": {"owner": "137112412989", "ownerAlias": "amazon"},
		},
	}
	fixtures.keys(found({}, more)) == set()
}

test_that_of_a_named_account_is_just_outside if {
	more := {
		"image": {
			"id": "i",
			"kind": "data-copy",
			"type": "t",
			"label": "i",
			"is": {"owner": "444455556666", "ownerAlias": null},
		},
	}
	fixtures.keys(found({}, more)) == set()
		with data.params.images.hosts_run_images_of_known_owners.owners as ["444455556666"]
}

test_that_of_a_stranger_is_a_finding if {
	host := object.union(fixtures.node("host", "aws.instance", "it", {"state": "running"}), {"account": "111122223333"})
	image := fixtures.node("data-copy", "aws.image", "i", {"owner": "444455556666", "ownerAlias": null})
	fixtures.keys(policy.findings) == {"owner"} with input as fixtures.document(host, {"image": image})
}

test_that_of_its_own_account_is_fine if {
	host := object.union(fixtures.node("host", "aws.instance", "it", {"state": "running"}), {"account": "111122223333"})
	image := fixtures.node("data-copy", "aws.image", "i", {"owner": "111122223333", "ownerAlias": null})
	count(policy.findings) == 0 with input as fixtures.document(host, {"image": image})
}
