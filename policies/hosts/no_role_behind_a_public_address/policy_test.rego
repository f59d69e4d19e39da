package policies.hosts.no_role_behind_a_public_address_test

import data.lib.fixtures
import data.policies.hosts.no_role_behind_a_public_address as policy

found(addresses, profile, state) := result if {
	is := {"publicAddresses": addresses, "instanceProfile": profile, "state": state}
	result := policy.findings with input as fixtures.document(fixtures.node("host", "aws.instance", "i-1", is), {})
}

test_both_together_are_a_finding if {
	result := found(["203.0.113.9"], "arn:aws:iam::111122223333:instance-profile/web", "running")
	fixtures.keys(result) == {"role"}
	fixtures.messages(result) == ["i-1 has 203.0.113.9 and the credentials of arn:aws:iam::111122223333:instance-profile/web"]
}

test_one_of_the_two_is_just_outside if {
	count(found(["203.0.113.9"], null, "running")) == 0
	count(found([], "arn:aws:iam::111122223333:instance-profile/web", "running")) == 0
}

test_a_terminated_instance_holds_nothing if {
	count(found(["203.0.113.9"], "arn:aws:iam::111122223333:instance-profile/web", "terminated")) == 0
}
