package policies.backup.rules_encrypt_what_they_copy_test

import data.lib.fixtures
import data.policies.backup.rules_encrypt_what_they_copy as policy

subject(over) := fixtures.node("copy-rule", "aws.lifecycle-schedule", "rule-1", object.union({"enabled": true, "destinations": [{"region": "eu-west-1", "account": null, "store": null}]}, over))

keys(over, related) := fixtures.keys(found) if {
	found := policy.findings with input as fixtures.document(subject(over), related)
}

test_plain_copies_are_a_finding if {
	keys({"encrypted": false}, {}) == {"encryption"}
}

test_encrypted_ones_are_fine if {
	keys({"encrypted": true}, {}) == set()
}

test_a_rule_that_is_off_is_just_outside if {
	keys({"encrypted": false, "enabled": false}, {}) == set()
}
