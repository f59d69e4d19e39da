package policies.federation.administrators_by_assignment_are_few_test

import data.lib.fixtures
import data.policies.federation.administrators_by_assignment_are_few as policy

found(is, related) := result if {
	subject := fixtures.node("permission-set", "aws.permission-set", "it", is)
	result := policy.findings with input as fixtures.document(subject, related)
}

test_many_are_a_finding if {
	result := found({}, {"policies": [{"id": "p", "label": "AdministratorAccess", "is": {"name": "AdministratorAccess", "providerManaged": true}}], "assignments": [{"id": "a"}, {"id": "b"}]}) with data.params.federation.administrators_by_assignment_are_few.most as 1
	fixtures.messages(result) == ["it, which may do everything, is assigned 2 times"]
}

test_few_are_fine if {
	count(found({}, {"policies": [{"id": "p", "label": "AdministratorAccess", "is": {"name": "AdministratorAccess", "providerManaged": true}}], "assignments": [{"id": "a"}, {"id": "b"}]})) == 0
}

test_other_permission_sets_are_just_outside if {
	result := found({}, {"policies": [{"id": "p", "label": "AdministratorAccess", "is": {"name": "ReadOnlyAccess", "providerManaged": true}}], "assignments": [{"id": "a"}, {"id": "b"}]}) with data.params.federation.administrators_by_assignment_are_few.most as 1
	count(result) == 0
}
