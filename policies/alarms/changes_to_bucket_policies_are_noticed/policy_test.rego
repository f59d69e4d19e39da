package policies.alarms.changes_to_bucket_policies_are_noticed_test

import data.lib.fixtures
import data.lib.watching
import data.policies.alarms.changes_to_bucket_policies_are_noticed as policy

cases := watching.named([
	"PutBucketAcl", "PutBucketPolicy", "PutBucketCors", "PutBucketLifecycle", "PutBucketReplication",
	"DeleteBucketPolicy", "DeleteBucketCors", "DeleteBucketLifecycle", "DeleteBucketReplication",
])

found(trails) := fixtures.keys(findings) if {
	account := fixtures.node("account", "aws.account", "it", {})
	findings := policy.findings with input as fixtures.document(account, {"trails": trails})
}

test_no_trail_is_a_finding if found([]) == {"unheard"}

test_a_filter_that_takes_them_with_an_alarm_is_fine if found(watching.trails(cases, {})) == set()

test_a_filter_that_does_not_take_all_is_just_outside if {
	found(watching.trails(watching.fewer(cases), {})) == {"unheard"}
}

test_an_alarm_that_waits_for_more_does_not_count if {
	found(watching.trails(cases, {"threshold": 100})) == {"unheard"}
}

test_an_alarm_that_nobody_hears_does_not_count if {
	found(watching.trails(cases, {"confirmed": 0})) == {"unheard"}
}
