package policies.transfers.ends_are_encrypted_on_the_way_test

import data.lib.fixtures
import data.policies.transfers.ends_are_encrypted_on_the_way as policy

base := {"encryptedInTransit": true}

beside := {}

found(over, more) := result if {
	subject := fixtures.node("transfer-end", "test.transfer-end", "it", object.union(base, over))
	result := policy.findings with input as fixtures.document(subject, object.union(beside, more))
}

test_plain_text_is_a_finding if {
	fixtures.keys(found({"encryptedInTransit": false}, {})) == {"transit"}
}

test_tls_is_fine if {
	fixtures.keys(found({}, {})) == set()
}

test_what_is_not_told_is_no_finding if {
	fixtures.keys(found({"encryptedInTransit": null}, {})) == set()
}
