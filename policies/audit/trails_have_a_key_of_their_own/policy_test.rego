package policies.audit.trails_have_a_key_of_their_own_test

import data.lib.fixtures
import data.policies.audit.trails_have_a_key_of_their_own as policy

base := {"key": "arn:aws:kms:eu-west-1:111122223333:key/1"}

beside := {}

found(over, more) := result if {
	subject := fixtures.node("trail", "aws.cloudtrail-trail", "it", object.union(base, over))
	result := policy.findings with input as fixtures.document(subject, object.union(beside, more))
}

test_no_key_is_a_finding if {
	fixtures.keys(found({"key": null}, {})) == {"key"}
}

test_a_key_is_fine if {
	fixtures.keys(found({}, {})) == set()
}

test_an_alias_is_fine if {
	fixtures.keys(found({"key": "alias/audit"}, {})) == set()
}
