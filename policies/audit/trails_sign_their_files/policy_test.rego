package policies.audit.trails_sign_their_files_test

import data.lib.fixtures
import data.policies.audit.trails_sign_their_files as policy

base := {"validated": true}

beside := {}

found(over, more) := result if {
	subject := fixtures.node("trail", "aws.cloudtrail-trail", "it", object.union(base, over))
	result := policy.findings with input as fixtures.document(subject, object.union(beside, more))
}

test_unsigned_files_are_a_finding if {
	fixtures.keys(found({"validated": false}, {})) == {"validation"}
}

test_signed_files_are_fine if {
	fixtures.keys(found({}, {})) == set()
}

test_what_is_not_told_is_no_finding if {
	fixtures.keys(found({"validated": null}, {})) == set()
}
