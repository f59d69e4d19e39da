package policies.images.hosts_run_images_that_are_kept_up_test

import data.lib.fixtures
import data.policies.images.hosts_run_images_that_are_kept_up as policy

base := {"state": "running"}

beside := {}

found(over, more) := result if {
	subject := fixtures.node("host", "aws.instance", "it", object.union(base, over))
	result := policy.findings with input as fixtures.document(subject, object.union(beside, more))
}

test_an_old_one_is_a_finding if {
	more := {
		"image": {
			"id": "i",
			"kind": "data-copy",
			"type": "t",
			"label": "i",
			"is": {"created": "2024-01-01T00:00:00Z", "deprecated": null},
		},
	}
	fixtures.keys(found({}, more)) == {"age"}
		with data.params.images.hosts_run_images_that_are_kept_up.today as "2026-07-01"
}

test_a_new_one_is_fine if {
	more := {
		"image": {
			"id": "i",
			"kind": "data-copy",
			"type": "t",
			"label": "i",
			"is": {"created": "2026-06-01T00:00:00Z", "deprecated": null},
		},
	}
	fixtures.keys(found({}, more)) == set()
		with data.params.images.hosts_run_images_that_are_kept_up.today as "2026-07-01"
}

test_a_deprecated_one_is_a_finding if {
	more := {
		"image": {
			"id": "i",
			"kind": "data-copy",
			"type": "t",
			"label": "i",
			"is": {"created": "2026-06-01T00:00:00Z", "deprecated": "2026-06-30T00:00:00Z"},
		},
	}
	fixtures.keys(found({}, more)) == {"deprecated"}
		with data.params.images.hosts_run_images_that_are_kept_up.today as "2026-07-01"
}

test_one_that_will_be_is_just_outside if {
	more := {
		"image": {
			"id": "i",
			"kind": "data-copy",
			"type": "t",
			"label": "i",
			"is": {"created": "2026-06-01T00:00:00Z", "deprecated": "2026-07-01T00:00:00Z"},
		},
	}
	fixtures.keys(found({}, more)) == set()
		with data.params.images.hosts_run_images_that_are_kept_up.today as "2026-07-01"
}

test_without_a_day_nothing_is_judged if {
	more := {
		"image": {
			"id": "i",
			"kind": "data-copy",
			"type": "t",
			"label": "i",
			"is": {"created": "2024-01-01T00:00:00Z", "deprecated": null},
		},
	}
	fixtures.keys(found({}, more)) == set()
}

test_an_image_that_is_not_known_is_a_gap if {
	fixtures.keys(found({}, {"image": null})) == set()
		with data.params.images.hosts_run_images_that_are_kept_up.today as "2026-07-01"
}
