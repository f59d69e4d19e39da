package policies.dns.names_do_not_lead_in_circles_test

import data.lib.fixtures
import data.policies.dns.names_do_not_lead_in_circles as policy

found(over) := found_of(over, {})

found_of(over, facts) := result if {
	all := object.union({"targets": [object.union(target, over)], "status": "answered", "loop": false, "public": true}, facts)
	result := policy.findings with input as fixtures.document(record, {"leads": all})
}

target := {"value": "203.0.113.9", "service": "address", "owned": "others", "claimable": true, "private": false, "node": null}

record := fixtures.node("record", "aws.record-set", "www.example.com. A", {"name": "www.example.com.", "recordType": "A", "wildcard": false})

test_a_circle_is_a_finding if {
	count(found_of({}, {"loop": true, "status": "loop"})) == 1
}

test_an_end_is_fine if {
	count(found({})) == 0
}

test_a_name_that_is_not_there_is_just_outside if {
	count(found_of({}, {"status": "nxdomain"})) == 0
}
