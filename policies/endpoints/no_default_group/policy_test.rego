package policies.endpoints.no_default_group_test

import data.lib.fixtures
import data.policies.endpoints.no_default_group as policy

found(filters) := result if {
	subject := fixtures.node("endpoint", "aws.vpc-endpoint", "vpce-1", {"service": "com.amazonaws.eu-west-1.kms"})
	result := policy.findings with input as fixtures.document(subject, {"filters": filters})
}

test_the_default_group_is_a_finding if {
	result := found([fixtures.group({"isDefault": true})])
	fixtures.keys(result) == {"default-group"}
	fixtures.messages(result) == ["vpce-1 (com.amazonaws.eu-west-1.kms) is guarded by the default group sg-1"]
}

test_a_group_of_its_own_is_fine if {
	count(found([fixtures.group({})])) == 0
}

test_a_gateway_endpoint_has_no_group if {
	count(found([])) == 0
}
