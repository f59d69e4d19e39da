package policies.residency.distributions_answer_chosen_countries_test

import data.lib.fixtures
import data.policies.residency.distributions_answer_chosen_countries as policy

subject(over) := fixtures.node("entry-point", "aws.cloudfront-distribution", "d-1", object.union({}, over))

keys(over, related) := fixtures.keys(found) if {
	found := policy.findings with input as fixtures.document(subject(over), related)
}

test_no_restriction_is_a_finding if {
	keys({"cdn": {"geo": {"type": "none", "countries": []}}}, {}) == {"geo"}
}

test_a_list_of_countries_is_fine if {
	keys({"cdn": {"geo": {"type": "whitelist", "countries": ["DE"]}}}, {}) == set()
}

test_what_is_not_told_is_just_outside if {
	keys({}, {}) == set()
}
