package policies.hosts.no_public_addresses_test

import data.lib.fixtures
import data.policies.hosts.no_public_addresses as policy

found(is, tags) := result if {
	subject := object.union(fixtures.node("host", "aws.instance", "i-1", is), {"tags": tags})
	result := policy.findings with input as fixtures.document(subject, {})
}

public := {"publicAddresses": ["203.0.113.9"], "addresses": ["10.0.0.4"], "state": "running"}

test_a_public_address_is_a_finding if {
	fixtures.keys(found(public, {})) == {"public-address"}
	fixtures.messages(found(public, {})) == ["i-1 has 203.0.113.9"]
	count(found(object.union(public, {"state": "stopped"}), {})) == 1
}

test_private_addresses_are_fine if {
	count(found({"publicAddresses": [], "addresses": ["10.0.0.4"], "state": "running"}, {})) == 0
}

test_a_bastion_can_say_so if {
	count(found(public, {"causeway/public": ""})) == 0
	count(found(public, {"public": "yes"})) == 1
	count(found(public, {"public": "yes"})) == 0 with data.params.hosts.no_public_addresses.tag as "public"
}

test_a_terminated_instance_is_just_outside if {
	count(found(object.union(public, {"state": "terminated"}), {})) == 0
}
