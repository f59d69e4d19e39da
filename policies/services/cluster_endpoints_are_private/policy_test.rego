package policies.services.cluster_endpoints_are_private_test

import data.lib.fixtures
import data.policies.services.cluster_endpoints_are_private as policy

base := {"publicEndpoint": false, "publicCidrs": []}

beside := {}

found(over, more) := result if {
	subject := fixtures.node("cluster", "aws.eks-cluster", "it", object.union(base, over))
	result := policy.findings with input as fixtures.document(subject, object.union(beside, more))
}

test_everybody_is_a_finding if {
	fixtures.keys(found({"publicEndpoint": true, "publicCidrs": ["0.0.0.0/0"]}, {})) == {"0.0.0.0/0"}
}

test_nobody_is_fine if {
	fixtures.keys(found({}, {})) == set()
}

test_an_office_is_just_outside if {
	fixtures.keys(found({"publicEndpoint": true, "publicCidrs": ["203.0.113.0/24"]}, {})) == set()
}
