package policies.web.entry_points_use_current_tls_test

import data.lib.fixtures
import data.policies.web.entry_points_use_current_tls as policy

base := {"entryType": "cdn", "enabled": true, "tlsMinimum": "TLSv1.2_2021"}

beside := {}

found(over, more) := result if {
	subject := fixtures.node("entry-point", "test.entry-point", "it", object.union(base, over))
	result := policy.findings with input as fixtures.document(subject, object.union(beside, more))
}

test_an_old_one_is_a_finding if {
	fixtures.keys(found({"tlsMinimum": "TLSv1"}, {})) == {"tls"}
}

test_a_current_one_is_fine if {
	fixtures.keys(found({}, {})) == set()
}

test_what_is_not_told_is_no_finding if {
	fixtures.keys(found({"tlsMinimum": null}, {})) == set()
}
