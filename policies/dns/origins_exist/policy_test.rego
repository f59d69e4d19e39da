package policies.dns.origins_exist_test

import data.lib.fixtures
import data.policies.dns.origins_exist as policy

found(over) := result if {
	entry := fixtures.node("entry-point", "aws.distribution", "d1", {"name": "d1", "entryType": "cdn"})
	origin := object.union({"name": "s3", "domain": "shop.s3.amazonaws.com", "service": "bucket", "owned": "gone", "claimable": true}, over)
	result := policy.findings with input as fixtures.document(entry, {"origins": {"origins": [origin]}})
}

test_a_bucket_that_is_gone_is_a_finding if {
	{severity | severity := found({})[_].severity} == {"high"}
}

test_a_bucket_of_ours_is_fine if {
	count(found({"owned": "ours"})) == 0
}

test_a_name_that_nobody_can_claim_is_less if {
	{severity | severity := found({"claimable": false})[_].severity} == {"medium"}
}

test_a_server_of_others_is_just_outside if {
	count(found({"owned": "others", "service": "name"})) == 0
}
