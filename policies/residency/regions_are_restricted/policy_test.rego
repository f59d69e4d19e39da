package policies.residency.regions_are_restricted_test

import data.lib.fixtures
import data.policies.residency.regions_are_restricted as policy

subject(over) := fixtures.node("organization", "aws.organization", "o-1", object.union({}, over))

keys(over, related) := fixtures.keys(found) if {
	found := policy.findings with input as fixtures.document(subject(over), related)
}

test_no_restriction_is_a_finding if {
	keys({}, {"policies": []}) == {"regions"}
}

test_a_denial_outside_of_regions_is_fine if {
	keys({}, {"policies": [fixtures.node("organization-policy", "aws.organization-policy", "p-1", {"policyType": "service-control", "document": {"Statement": {"Effect": "Deny", "Condition": {"StringNotEquals": {"aws:RequestedRegion": ["eu-central-1"]}}}}})]}) == set()
}

test_an_allowance_is_just_outside if {
	keys({}, {"policies": [fixtures.node("organization-policy", "aws.organization-policy", "p-1", {"policyType": "service-control", "document": {"Statement": [{"Effect": "Allow", "Condition": {"StringEquals": {"aws:RequestedRegion": ["eu-central-1"]}}}]}})]}) == {"regions"}
}
