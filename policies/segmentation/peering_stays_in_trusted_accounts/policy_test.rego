package policies.segmentation.peering_stays_in_trusted_accounts_test

import data.lib.fixtures
import data.policies.segmentation.peering_stays_in_trusted_accounts as policy

document(one, other, state, networks) := fixtures.document(subject, networks) if {
	is := {"state": state, "requester": {"account": one, "cidrs": []}, "accepter": {"account": other, "cidrs": []}}
	subject := object.union(fixtures.node("peering", "aws.vpc-peering", "pcx-1", is), {"account": "111122223333"})
}

unseen := {"requester": null, "accepter": null}

found(one, other, state) := result if {
	result := policy.findings with input as document(one, other, state, unseen)
}

test_a_foreign_account_is_a_finding_on_either_side if {
	fixtures.keys(found("111122223333", "999988887777", "active")) == {"999988887777"}
	fixtures.keys(found("999988887777", "111122223333", "pending-acceptance")) == {"999988887777"}
}

test_one_account_is_fine if {
	count(found("111122223333", "111122223333", "active")) == 0
}

test_a_trusted_account_is_fine_and_its_neighbour_is_not if {
	count(found("111122223333", "999988887777", "active")) == 0 with data.params.segmentation.peering_stays_in_trusted_accounts.trusted_accounts as ["999988887777"]
	count(found("111122223333", "999988887778", "active")) == 1 with data.params.segmentation.peering_stays_in_trusted_accounts.trusted_accounts as ["999988887777"]
}

test_a_connection_that_is_gone_joins_nothing if {
	count(found("111122223333", "999988887777", "deleted")) == 0
	count(found("111122223333", "999988887777", "rejected")) == 0
}

test_an_account_that_was_collected_is_ones_own if {
	seen := fixtures.node("network", "aws.vpc", "vpc-2", {})
	one := policy.findings with input as document("111122223333", "999988887777", "active", {"requester": seen, "accepter": seen})
	count(one) == 0
	other := policy.findings with input as document("111122223333", "999988887777", "active", {"requester": seen, "accepter": null})
	count(other) == 1
}
