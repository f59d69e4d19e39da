package policies.exposure.only_known_public_sources_test

import data.lib.fixtures
import data.policies.exposure.only_known_public_sources as policy

base := {}

beside := {}

found(over, more) := result if {
	subject := fixtures.node("filter", "aws.security-group", "it", object.union(base, over))
	result := policy.findings with input as fixtures.document(subject, object.union(beside, more))
}

test_a_stranger_is_a_finding if {
	more := {
		"exposure": {
			"ingress": [
				{
					"breadth": "public",
					"family": "ipv4",
					"peers": ["203.0.113.9/32"],
					"rules": [{"id": "r", "label": "r"}],
				},
			],
			"egress": [],
		},
	}
	fixtures.keys(found({}, more)) == {"ingress/ipv4/r"}
		with data.params.exposure.only_known_public_sources.known as ["198.51.100.0/24"]
}

test_a_known_one_is_fine if {
	more := {
		"exposure": {
			"ingress": [
				{
					"breadth": "public",
					"family": "ipv4",
					"peers": ["198.51.100.7/32"],
					"rules": [{"id": "r", "label": "r"}],
				},
			],
			"egress": [],
		},
	}
	fixtures.keys(found({}, more)) == set()
		with data.params.exposure.only_known_public_sources.known as ["198.51.100.0/24"]
}

test_private_ones_are_just_outside if {
	more := {
		"exposure": {
			"ingress": [
				{
					"breadth": "public",
					"family": "ipv4",
					"peers": ["10.1.0.0/16"],
					"rules": [{"id": "r", "label": "r"}],
				},
			],
			"egress": [],
		},
	}
	fixtures.keys(found({}, more)) == set()
		with data.params.exposure.only_known_public_sources.known as ["198.51.100.0/24"]
}
