package policies.load_balancing.names_match_the_scheme_test

import data.lib.fixtures
import data.policies.load_balancing.names_match_the_scheme as policy

document(name, scheme) := fixtures.document(fixtures.balancer({"name": name, "scheme": scheme}), {})

found(name, scheme) := result if {
	result := policy.findings with input as document(name, scheme)
}

test_an_internal_name_before_the_internet_is_a_finding if {
	fixtures.keys(found("shop-Internal", "internet-facing")) == {"scheme"}
	fixtures.messages(found("shop-internal", "internet-facing")) == ["alb-1 faces the internet"]
}

test_an_internal_one_is_fine if {
	count(found("shop-internal", "internal")) == 0
}

test_a_word_within_a_word_is_just_outside if {
	count(found("international-shop", "internet-facing")) == 0
	count(found("shop-int", "internet-facing")) == 1
}

test_names_that_claim_nothing_are_not_judged if {
	not policy.applicable with input as document("shop", "internet-facing")
	policy.applicable with input as document("int-shop", "internal")
}
