package policies.federation.services_say_for_whom_they_act_test

import data.lib.fixtures
import data.policies.federation.services_say_for_whom_they_act as policy

found(over) := result if {
	role := fixtures.node("role", "aws.iam-role", "role/ci", {"name": "ci", "maxSessionSeconds": 3600})
	result := policy.findings with input as fixtures.document(role, {"trust": {"ways": [fixtures.way(over)]}})
}

service(name, keys) := found({
	"party": {"type": "service", "name": name, "account": null, "exists": null, "relation": null},
	"keys": keys,
})

pinned := {"required": true, "any": false, "values": ["111122223333"], "prefix": "", "example": null, "exact": true}

test_a_service_for_anybody_is_a_finding if {
	fixtures.messages(service("cloudtrail.amazonaws.com", {})) == ["cloudtrail.amazonaws.com may become role/ci for anybody's resource (statement 1 (Ci))"]
}

test_a_service_for_an_account_is_fine if {
	count(service("cloudtrail.amazonaws.com", {"aws:sourceaccount": pinned})) == 0
}

test_an_account_that_may_be_missing_is_just_outside if {
	count(service("cloudtrail.amazonaws.com", {"aws:sourceaccount": object.union(pinned, {"required": false})})) == 1
}

test_a_service_of_the_same_account_is_fine if {
	count(service("ec2.amazonaws.com", {})) == 0
}

test_a_list_of_ones_own_counts if {
	result := service("ec2.amazonaws.com", {}) with data.params.federation.services_say_for_whom_they_act.local as []
	count(result) == 1
}
