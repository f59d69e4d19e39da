package policies.hybrid.client_vpns_know_who_connects_test

import data.lib.fixtures
import data.policies.hybrid.client_vpns_know_who_connects as policy

base := {"state": "available", "authentication": [{"type": "federated"}]}

beside := {}

found(over, more) := result if {
	subject := fixtures.node("client-vpn", "aws.client-vpn-endpoint", "it", object.union(base, over))
	result := policy.findings with input as fixtures.document(subject, object.union(beside, more))
}

test_certificates_only_are_a_finding if {
	fixtures.keys(found({"authentication": [{"type": "certificate"}]}, {})) == {"certificate"}
}

test_people_of_a_provider_are_fine if {
	fixtures.keys(found({}, {})) == set()
}

test_both_together_are_just_outside if {
	fixtures.keys(found({"authentication": [{"type": "certificate"}, {"type": "directory"}]}, {})) == set()
}
