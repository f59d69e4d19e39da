package policies.dns.wildcards_lead_to_the_estate_test

import data.lib.fixtures
import data.policies.dns.wildcards_lead_to_the_estate as policy

found(over) := found_of(over, {})

found_of(over, facts) := result if {
	all := object.union({"targets": [object.union(target, over)], "status": "answered", "loop": false, "public": true}, facts)
	result := policy.findings with input as fixtures.document(record, {"leads": all})
}

target := {"value": "203.0.113.9", "service": "address", "owned": "others", "claimable": true, "private": false, "node": null}

record := fixtures.node("record", "aws.record-set", "*.example.com. A", {"name": "www.example.com.", "recordType": "A", "wildcard": true})

test_a_wildcard_to_others_is_a_finding if {
	count(found({})) == 1
}

test_a_wildcard_to_the_estate_is_fine if {
	count(found({"owned": "ours"})) == 0
}

test_what_nobody_can_claim_is_just_outside if {
	count(found({"claimable": false})) == 0
}
