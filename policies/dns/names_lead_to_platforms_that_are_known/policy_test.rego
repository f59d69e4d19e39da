package policies.dns.names_lead_to_platforms_that_are_known_test

import data.lib.fixtures
import data.policies.dns.names_lead_to_platforms_that_are_known as policy

found(over) := found_of(over, {})

found_of(over, facts) := result if {
	all := object.union({"targets": [object.union(target, over)], "status": "answered", "loop": false, "public": true}, facts)
	result := policy.findings with input as fixtures.document(record, {"leads": all})
}

target := {"value": "203.0.113.9", "service": "address", "owned": "others", "claimable": true, "private": false, "node": null}

record := fixtures.node("record", "aws.record-set", "www.example.com. A", {"name": "www.example.com.", "recordType": "A", "wildcard": false})

test_a_platform_is_a_finding if {
	count(found({"value": "shop.azurewebsites.net.", "service": "platform-of-others"})) == 1
}

test_another_name_is_fine if {
	count(found({"service": "name"})) == 0
}

test_an_expected_one_is_just_outside if {
	expected := found({"value": "x.github.io.", "service": "platform-of-others"}) with data.params.dns.names_lead_to_platforms_that_are_known.expected as ["x.github.io."]
	count(expected) == 0
}
