package policies.web.distributions_have_a_root_object_test

import data.lib.fixtures
import data.policies.web.distributions_have_a_root_object as policy

base := {"entryType": "cdn", "rootObject": "index.html"}

beside := {}

found(over, more) := result if {
	subject := fixtures.node("entry-point", "test.entry-point", "it", object.union(base, over))
	result := policy.findings with input as fixtures.document(subject, object.union(beside, more))
}

test_none_is_a_finding if {
	fixtures.keys(found({"rootObject": null}, {})) == {"root"}
}

test_one_is_fine if {
	fixtures.keys(found({}, {})) == set()
}

test_an_empty_one_is_just_outside if {
	fixtures.keys(found({"rootObject": ""}, {})) == {"root"}
}
