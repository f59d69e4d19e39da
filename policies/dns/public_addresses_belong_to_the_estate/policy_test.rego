package policies.dns.public_addresses_belong_to_the_estate_test

import data.lib.fixtures
import data.policies.dns.public_addresses_belong_to_the_estate as policy

found(over) := found_of(over, {})

found_of(over, facts) := result if {
	all := object.union({"targets": [object.union(target, over)], "status": "answered", "loop": false, "public": true}, facts)
	result := policy.findings with input as fixtures.document(record, {"leads": all})
}

target := {"value": "203.0.113.9", "service": "address", "owned": "others", "claimable": true, "private": false, "node": null}

record := fixtures.node("record", "aws.record-set", "www.example.com. A", {"name": "www.example.com.", "recordType": "A", "wildcard": false})

test_an_address_of_nobody_is_a_finding if {
	count(found({})) == 1
}

test_an_address_of_ours_is_fine if {
	count(found({"owned": "ours"})) == 0
}

test_a_known_range_is_just_outside if {
	known := found({}) with data.params.dns.public_addresses_belong_to_the_estate.known_ranges as ["203.0.113.0/24"]
	count(known) == 0
}

test_a_private_zone_is_not_judged if {
	count(found_of({}, {"public": false})) == 0
}
