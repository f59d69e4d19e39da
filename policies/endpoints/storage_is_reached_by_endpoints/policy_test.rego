package policies.endpoints.storage_is_reached_by_endpoints_test

import data.lib.fixtures
import data.policies.endpoints.storage_is_reached_by_endpoints as policy

endpoint(service, state) := fixtures.node("endpoint", "aws.vpc-endpoint", service, {"service": service, "state": state})

document(is, endpoints) := fixtures.document(fixtures.node("network", "aws.vpc", "vpc-1", is), {"endpoints": endpoints})

found(endpoints) := result if {
	result := policy.findings with input as document({"isDefault": false}, endpoints)
}

s3 := endpoint("com.amazonaws.eu-west-1.s3", "available")

dynamodb := endpoint("com.amazonaws.eu-west-1.dynamodb", "available")

test_no_endpoint_is_one_finding if {
	fixtures.keys(found([])) == {"endpoints"}
	fixtures.messages(found([])) == ["vpc-1 has no endpoint for s3 and dynamodb"]
}

test_one_of_two_is_just_outside if {
	fixtures.messages(found([s3])) == ["vpc-1 has no endpoint for dynamodb"]
}

test_both_are_fine if {
	count(found([s3, dynamodb])) == 0
}

test_an_endpoint_that_is_not_there_yet_does_not_count if {
	count(found([endpoint("com.amazonaws.eu-west-1.s3", "pending"), dynamodb])) == 1
}

test_a_service_with_a_longer_name_does_not_count if {
	count(found([endpoint("com.amazonaws.eu-west-1.nots3", "available"), dynamodb])) == 1
}

test_default_networks_are_judged_elsewhere if {
	not policy.applicable with input as document({"isDefault": true}, [])
	policy.applicable with input as document({"isDefault": false}, [])
}
