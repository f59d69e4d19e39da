package policies.dns.public_zones_hide_private_addresses_test

import data.lib.fixtures
import data.policies.dns.public_zones_hide_private_addresses as policy

found(over) := found_of(over, {})

found_of(over, facts) := result if {
	all := object.union({"targets": [object.union(target, over)], "status": "answered", "loop": false, "public": true}, facts)
	result := policy.findings with input as fixtures.document(record, {"leads": all})
}

target := {"value": "203.0.113.9", "service": "address", "owned": "others", "claimable": true, "private": false, "node": null}

record := fixtures.node("record", "aws.record-set", "www.example.com. A", {"name": "www.example.com.", "recordType": "A", "wildcard": false})

test_a_private_address_is_a_finding if {
	count(found({"value": "10.0.0.9", "private": true, "claimable": false})) == 1
}

test_a_public_address_is_fine if {
	count(found({})) == 0
}

test_a_private_zone_is_just_outside if {
	count(found_of({"private": true}, {"public": false})) == 0
}
