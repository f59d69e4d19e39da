package policies.federation.outside_roles_do_not_read_everything_test

import data.lib.fixtures
import data.policies.federation.outside_roles_do_not_read_everything as policy

found(is, related) := result if {
	subject := fixtures.node("role", "aws.iam-role", "it", is)
	result := policy.findings with input as fixtures.document(subject, related)
}

test_a_reader_of_everything_is_a_finding if {
	fixtures.messages(found({}, {"trust": {"ways": [fixtures.way({"party": {"type": "account", "name": "444455556666", "account": "444455556666", "exists": null, "relation": "outside"}})]}, "chains": {"power": "limited", "reads": ["s3"], "administrator": null, "origins": []}})) == ["444455556666 may become it, which reads all data of s3"]
}

test_who_reads_some_is_fine if {
	count(found({}, {"trust": {"ways": [fixtures.way({"party": {"type": "account", "name": "444455556666", "account": "444455556666", "exists": null, "relation": "outside"}})]}, "chains": {"power": "limited", "reads": [], "administrator": null, "origins": []}})) == 0
}

test_ones_own_accounts_are_just_outside if {
	count(found({}, {"trust": {"ways": [fixtures.way({"party": {"type": "account", "name": "444455556666", "account": "444455556666", "exists": null, "relation": "organization"}})]}, "chains": {"power": "limited", "reads": ["s3"], "administrator": null, "origins": []}})) == 0
}
