package policies.hybrid.allowed_prefixes_are_narrow_test

import data.lib.fixtures
import data.policies.hybrid.allowed_prefixes_are_narrow as policy

base := {"allowedPrefixes": ["10.1.0.0/16"]}

beside := {}

found(over, more) := result if {
	subject := fixtures.node("gateway-association", "aws.direct-connect-gateway-association", "it", object.union(base, over))
	result := policy.findings with input as fixtures.document(subject, object.union(beside, more))
}

test_a_default_route_is_a_finding if {
	fixtures.keys(found({"allowedPrefixes": ["0.0.0.0/0"]}, {})) == {"0.0.0.0/0"}
}

test_a_network_is_fine if {
	fixtures.keys(found({}, {})) == set()
}

test_a_whole_private_space_is_just_outside if {
	fixtures.keys(found({"allowedPrefixes": ["10.0.0.0/8", "10.0.0.0/9"]}, {})) == {"10.0.0.0/8"}
}

test_ipv6_has_a_limit_of_its_own if {
	fixtures.keys(found({"allowedPrefixes": ["::/0", "2001:db8::/32"]}, {})) == {"::/0"}
}
