package policies.residency.content_is_not_used_to_train_test

import data.lib.fixtures
import data.policies.residency.content_is_not_used_to_train as policy

subject(over) := fixtures.node("organization", "aws.organization", "o-1", object.union({}, over))

keys(over, related) := fixtures.keys(found) if {
	found := policy.findings with input as fixtures.document(subject(over), related)
}

test_no_policy_is_a_finding if {
	keys({}, {"policies": []}) == {"ai-services"}
}

for_all(root) := object.union(
	fixtures.node("organization-policy", "aws.organization-policy", "p-1", {
		"policyType": "aiservices-opt-out",
		"document": {"services": {"default": {"opt_out_policy": {"@@assign": "optOut"}}}},
	}),
	{"targets": [fixtures.node("organizational-unit", "aws.organizational-unit", "u-1", {"root": root})]},
)

test_a_policy_for_all_services_is_fine if {
	keys({}, {"policies": [for_all(true)]}) == set()
}

test_one_that_holds_below_a_unit_alone_is_a_finding if {
	keys({}, {"policies": [for_all(false)]}) == {"ai-services"}
}

test_one_for_a_single_service_is_just_outside if {
	keys({}, {"policies": [fixtures.node("organization-policy", "aws.organization-policy", "p-1", {"policyType": "aiservices-opt-out", "document": {"services": {"lex": {"opt_out_policy": {"@@assign": "optOut"}}}}})]}) == {"ai-services"}
}
