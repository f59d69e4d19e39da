package lib.watched_test

import data.lib.watched
import data.lib.watching

event := watched.event({"eventName": "PutBucketAcl", "errorCode": "Client.UnauthorizedOperation", "mfa": "false"})

takes(cases) if watched.takes({"cases": watching.tests(cases)}, event)

test_a_case_matches_where_all_of_its_tests_do if {
	takes([[["eventName", "=", "PutBucketAcl"], ["eventType", "=", "AwsApiCall"]]])
	not takes([[["eventName", "=", "PutBucketAcl"], ["eventType", "=", "AwsServiceEvent"]]])
}

test_one_case_is_enough if {
	takes([[["eventName", "=", "Other"]], [["eventName", "=", "PutBucketAcl"]]])
	not takes([])
}

test_a_star_is_any_text if {
	takes([[["errorCode", "=", "*UnauthorizedOperation"]]])
	takes([[["eventName", "=", "PutBucket*"]]])
	not takes([[["errorCode", "=", "UnauthorizedOperation*"]]])

	# A dot is a dot.
	not takes([[["errorCode", "=", "Client_Unauthorized*"]]])
	not takes([[["eventName", "=", "PutBucket"]]])
}

test_inequality_needs_a_member_to_look_at if {
	takes([[["eventName", "!=", "Other"]]])
	not takes([[["eventName", "!=", "Put*"]]])
	not takes([[["absent", "!=", "x"]]])
}

test_members_may_have_to_be_there_or_not if {
	takes([[["userIdentity.invokedBy", "not-exists", null]]])
	not takes([[["eventName", "not-exists", null]]])
	takes([[["eventName", "exists", null]]])
	not takes([[["absent", "exists", null]]])
}

test_expressions_and_words_count if {
	takes([[["eventName", "matches", "^Put.*Acl$"]]])
	not takes([[["eventName", "matches", "^Delete"]]])
	takes([[["eventName", "not-matches", "^Delete"]]])
	not takes([[["eventName", "not-matches", "^Put"]]])
	takes([[["mfa", "is", "false"]]])
	not takes([[["mfa", "is", "true"]]])
}

told(over) if watched.told(event) with input.trails as watching.trails(watching.named(["PutBucketAcl"]), over)

test_the_alarm_goes_off_at_the_first_event if {
	told({})
	told({"threshold": 0, "comparison": "greater-than-threshold"})
	not told({"threshold": 1, "comparison": "greater-than-threshold"})
	not told({"threshold": 2})
	not told({"comparison": "less-than-threshold"})
	not told({"threshold": null})

	# An expression over metrics compares by itself.
	told({"comparison": null})
}

test_somebody_hears_it if {
	not told({"confirmed": 0})
	not told({"enabled": false})
}

test_the_trail_is_on_in_every_region if {
	not told({"multiRegion": false})
	not told({"logging": false})
	told({"logging": null})
}

test_topics_that_were_not_seen_are_not_held_against_it if {
	alarm := {"is": {"actions": ["arn:aws:sns:eu-west-1:2:far"]}, "topics": []}
	watched.heard(alarm)
	watched.heard({"is": {"actions": ["arn:aws:lambda:eu-west-1:1:function:tell"]}, "topics": []})
	not watched.heard({"is": {"actions": []}, "topics": []})
}

test_calls_are_named if {
	events := watched.calls("s3.amazonaws.com", ["A", "B"])
	events.A.eventSource == "s3.amazonaws.com"
	watched.unheard(events) == ["A", "B"] with input.trails as []
}
