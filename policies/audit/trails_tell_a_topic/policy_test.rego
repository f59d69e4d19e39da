package policies.audit.trails_tell_a_topic_test

import data.lib.fixtures
import data.policies.audit.trails_tell_a_topic as policy

base := {"topic": "t"}

beside := {}

found(over, more) := result if {
	subject := fixtures.node("trail", "aws.cloudtrail-trail", "it", object.union(base, over))
	result := policy.findings with input as fixtures.document(subject, object.union(beside, more))
}

test_no_topic_is_a_finding if {
	fixtures.keys(found({"topic": null}, {})) == {"topic"}
}

test_a_topic_is_fine if {
	fixtures.keys(found({}, {})) == set()
}

test_any_topic_counts if {
	fixtures.keys(found({"topic": "u"}, {})) == set()
}
