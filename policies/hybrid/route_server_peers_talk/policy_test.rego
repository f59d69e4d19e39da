package policies.hybrid.route_server_peers_talk_test

import data.lib.fixtures
import data.policies.hybrid.route_server_peers_talk as policy

base := {"state": "available", "bgp": "up", "bfd": null}

beside := {}

found(over, more) := result if {
	subject := fixtures.node("route-server-end", "aws.route-server-peer", "it", object.union(base, over))
	result := policy.findings with input as fixtures.document(subject, object.union(beside, more))
}

test_one_that_is_down_is_a_finding if {
	fixtures.keys(found({"bgp": "down"}, {})) == {"bgp"}
}

test_one_that_is_up_is_fine if {
	fixtures.keys(found({}, {})) == set()
}

test_one_that_is_deleted_is_just_outside if {
	fixtures.keys(found({"state": "deleted", "bgp": "down"}, {})) == set()
}

test_liveness_counts if {
	fixtures.keys(found({"bfd": "down"}, {})) == {"bfd"}
}
