package policies.audit.trails_deliver_test

import data.lib.fixtures
import data.policies.audit.trails_deliver as policy

base := {
	"logging": true,
	"lastDeliveryError": null,
	"lastDigestError": null,
	"lastLogGroupError": null,
}

beside := {"trail": null}

found(over, more) := result if {
	subject := fixtures.node("trail-status", "aws.cloudtrail-status", "it", object.union(base, over))
	result := policy.findings with input as fixtures.document(subject, object.union(beside, more))
}

test_an_error_is_a_finding if {
	fixtures.keys(found({"lastDeliveryError": "AccessDenied"}, {})) == {"files"}
}

test_no_error_is_fine if {
	fixtures.keys(found({}, {})) == set()
}

test_each_way_counts if {
	over := {"lastDigestError": "NoSuchBucket", "lastLogGroupError": "Denied"}
	fixtures.keys(found(over, {})) == {"digests", "events in its log group"}
}

test_of_a_trail_that_is_off_another_policy_speaks if {
	fixtures.keys(found({"logging": false, "lastDeliveryError": "AccessDenied"}, {})) == set()
}
