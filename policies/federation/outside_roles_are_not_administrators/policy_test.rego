package policies.federation.outside_roles_are_not_administrators_test

import data.lib.fixtures
import data.policies.federation.outside_roles_are_not_administrators as policy

found(way, privileges) := result if {
	role := fixtures.node("role", "aws.iam-role", "role/ci", {"name": "ci"})
	facts := {"trust": {"ways": [fixtures.way(way)]}, "privileges": privileges}
	result := policy.findings with input as fixtures.document(role, facts)
}

stranger := {"party": {"type": "account", "name": "444455556666", "account": "444455556666", "exists": null, "relation": "outside"}}

administrator := {"administrator": true, "escalations": [], "guarded": false}

escalating := {
	"administrator": false,
	"escalations": [{"name": "attaches policies to roles", "actions": ["iam:AttachRolePolicy"]}],
	"guarded": false,
}

reader := {"administrator": false, "escalations": [], "guarded": false}

test_an_administrator_for_strangers_is_a_finding if {
	fixtures.messages(found(stranger, administrator)) == ["444455556666 may become role/ci, which may do everything (statement 1 (Ci))"]
}

test_who_can_become_one_is_a_finding if {
	fixtures.messages(found(stranger, escalating)) == ["444455556666 may become role/ci, which can give itself everything: it attaches policies to roles (statement 1 (Ci))"]
}

test_a_token_is_from_outside if {
	count(found({"call": "AssumeRoleWithWebIdentity"}, administrator)) == 1
}

test_a_reader_is_fine if {
	count(found(stranger, reader)) == 0
}

test_our_own_administrators_are_just_outside if {
	count(found({}, administrator)) == 0
	count(found(stranger, object.union(reader, {"administrator": null}))) == 0
}
