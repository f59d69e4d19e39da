package policies.licences.licences_are_valid_test

import data.lib.fixtures
import data.policies.licences.licences_are_valid as policy

base := {"expires": "2027-07-01T00:00:00Z"}

beside := {}

found(over, more) := result if {
	subject := fixtures.node("licence-configuration", "aws.licence-configuration", "it", object.union(base, over))
	result := policy.findings with input as fixtures.document(subject, object.union(beside, more))
}

test_one_that_ended_is_a_finding if {
	over := {"expires": "2026-06-01T00:00:00Z"}
	fixtures.keys(found(over, {})) == {"ends"}
		with data.params.licences.licences_are_valid.today as "2026-07-01"
}

test_one_for_a_year_is_fine if {
	fixtures.keys(found({}, {})) == set() with data.params.licences.licences_are_valid.today as "2026-07-01"
}

test_one_that_ends_soon_is_just_outside if {
	over := {"expires": "2026-07-30T00:00:00Z"}
	fixtures.keys(found(over, {})) == {"ends"}
		with data.params.licences.licences_are_valid.today as "2026-07-01"
}

test_without_an_end_it_holds if {
	fixtures.keys(found({"expires": null}, {})) == set()
		with data.params.licences.licences_are_valid.today as "2026-07-01"
}
