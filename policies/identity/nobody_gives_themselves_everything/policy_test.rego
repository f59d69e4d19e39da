package policies.identity.nobody_gives_themselves_everything_test

import data.lib.fixtures
import data.policies.identity.nobody_gives_themselves_everything as policy

found(privileges) := result if {
	role := fixtures.node("role", "aws.iam-role", "role/ops", {"name": "ops"})
	result := policy.findings with input as fixtures.document(role, {"privileges": privileges})
}

escalating := {
	"administrator": false,
	"escalations": [{"name": "gives a role to a machine", "actions": ["iam:PassRole", "ec2:RunInstances"]}],
	"guarded": false,
}

test_an_escalation_is_a_finding if {
	fixtures.messages(found(escalating)) == ["role/ops can give itself everything: it gives a role to a machine"]
}

test_who_cannot_is_fine if {
	count(found({"administrator": false, "escalations": [], "guarded": true})) == 0
}

test_an_administrator_is_just_outside if {
	count(found(object.union(escalating, {"administrator": true}))) == 0
}
