package policies.dns.names_lead_somewhere_test

import data.lib.fixtures
import data.policies.dns.names_lead_somewhere as policy

found(over) := result if {
	facts := {"leads": {"targets": [object.union(target, over)], "status": "answered", "loop": false, "public": true}}
	result := policy.findings with input as fixtures.document(record, facts)
}

record := fixtures.node("record", "aws.record-set", "www.example.com. CNAME", {"name": "www.example.com.", "recordType": "CNAME"})

target := {"value": "shop.s3-website-eu-west-1.amazonaws.com.", "service": "bucket-website", "owned": "gone", "claimable": true, "private": false, "node": null}

test_a_bucket_that_is_gone_is_critical if {
	{severity | severity := found({})[_].severity} == {"critical"}
}

test_what_is_there_is_fine if {
	count(found({"owned": "ours"})) == 0
}

test_a_name_that_nobody_can_claim_is_just_outside if {
	{severity | severity := found({"claimable": false})[_].severity} == {"high"}
}

test_what_was_not_seen_is_not_gone if {
	count(found({"owned": "unknown"})) == 0
}
