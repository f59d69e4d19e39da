package policies.web.shield_guards_entry_points_test

import data.lib.fixtures
import data.policies.web.shield_guards_entry_points as policy

base := {"entryType": "cdn", "public": true}

beside := {}

found(over, more) := result if {
	subject := fixtures.node("entry-point", "test.entry-point", "it", object.union(base, over))
	result := policy.findings with input as fixtures.document(subject, object.union(beside, more))
}

test_one_without_is_a_finding_where_it_is_asked_for if {
	fixtures.keys(found({}, {"shield_protections": []})) == {"shield"}
		with data.params.web.shield_guards_entry_points.kinds as ["cdn"]
}

test_one_that_is_guarded_is_fine if {
	more := {
		"shield_protections": [{"id": "s", "kind": "shield-protection", "type": "t", "label": "s", "is": {}}],
	}
	fixtures.keys(found({}, more)) == set()
		with data.params.web.shield_guards_entry_points.kinds as ["cdn"]
}

test_where_nobody_asks_for_it_is_just_outside if {
	fixtures.keys(found({}, {"shield_protections": []})) == set()
}
