package policies.federation.no_role_trusts_anyone_test

import data.lib.fixtures
import data.policies.federation.no_role_trusts_anyone as policy

found(over) := result if {
	role := fixtures.node("role", "aws.iam-role", "role/ci", {"name": "ci", "maxSessionSeconds": 3600})
	result := policy.findings with input as fixtures.document(role, {"trust": {"ways": [fixtures.way(over)]}})
}

anyone := {"type": "anyone", "name": "*", "account": null, "exists": null, "relation": null}

pinned(values) := {"required": true, "any": false, "values": values, "prefix": "", "example": null, "exact": true}

test_anyone_is_a_finding if {
	fixtures.messages(found({"party": anyone})) == ["Anyone may become role/ci by AssumeRole (statement 1 (Ci))"]
}

test_anyone_but_some_is_a_finding if {
	fixtures.messages(found({"party": anyone, "except": ["111122223333"]})) == ["Anyone but 1 named may become role/ci by AssumeRole (statement 1 (Ci))"]
}

test_anyone_of_the_organization_is_fine if {
	count(found({"party": anyone, "keys": {"aws:principalorgid": pinned(["o-a1b2c3d4e5"])}})) == 0
}

test_a_condition_that_may_be_missing_is_just_outside if {
	loose := object.union(pinned(["o-a1b2c3d4e5"]), {"required": false})
	count(found({"party": anyone, "keys": {"aws:principalorgid": loose}})) == 1
	count(found({"party": anyone, "keys": {"sts:externalid": pinned(["x"])}})) == 1
}

test_an_account_is_fine if {
	count(found({})) == 0
}

by_arn(values) := found({
	"party": anyone,
	"keys": {"aws:principalarn": pinned(null)},
	"conditions": [{"operator": "ArnLike", "key": "aws:principalarn", "values": values}],
})

test_a_role_of_any_account_is_anyone if {
	count(by_arn(["arn:aws:iam::*:role/deploy"])) == 1
	count(by_arn(["arn:aws:iam::111122223333:role/*", "arn:aws:iam::*:role/x"])) == 1
	count(by_arn(["arn:aws:iam::111122223333:role/*", "arn:aws:iam::444455556666:role/*"])) == 0
}
