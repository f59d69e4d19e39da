package policies.endpoints.interface_endpoints_span_zones_test

import data.lib.fixtures
import data.policies.endpoints.interface_endpoints_span_zones as policy

document(type, zones) := fixtures.document(
	fixtures.node("endpoint", "aws.vpc-endpoint", "vpce-1", {"endpointType": type, "service": "com.amazonaws.eu-west-1.kms"}),
	{"subnets": [subnet |
		some i, zone in zones
		subnet := fixtures.node("subnet", "aws.subnet", sprintf("subnet-%d", [i]), {"zone": zone})
	]},
)

found(type, zones) := result if {
	result := policy.findings with input as document(type, zones)
}

test_one_zone_is_a_finding if {
	result := found("Interface", ["eu-west-1a"])
	fixtures.keys(result) == {"zones"}
	fixtures.messages(result) == ["vpce-1 (com.amazonaws.eu-west-1.kms) has interfaces in eu-west-1a only"]
	fixtures.messages(found("Interface", [])) == ["vpce-1 (com.amazonaws.eu-west-1.kms) has interfaces in no zone"]
}

test_two_zones_are_just_outside if {
	count(found("Interface", ["eu-west-1a", "eu-west-1b"])) == 0
	count(found("Interface", ["eu-west-1a", "eu-west-1b"])) == 1 with data.params.endpoints.interface_endpoints_span_zones.min_zones as 3
}

test_gateway_endpoints_have_no_zone if {
	count(found("Gateway", [])) == 0
	not policy.applicable with input as document("Gateway", [])
	policy.applicable with input as document("Interface", [])
}
