package policies.backup.rules_use_own_keys_test

import data.lib.fixtures
import data.policies.backup.rules_use_own_keys as policy

subject(over) := fixtures.node("copy-rule", "aws.lifecycle-schedule", "rule-1", object.union({"enabled": true, "encrypted": true, "destinations": [{"region": "eu-west-1", "account": null, "store": null}]}, over))

keys(over, related) := fixtures.keys(found) if {
	found := policy.findings with input as fixtures.document(subject(over), related)
}

test_no_key_is_a_finding if {
	keys({"key": null}, {}) == {"key"}
}

test_a_key_is_fine if {
	keys({"key": "k"}, {}) == set()
}

test_plain_copies_are_another_policys if {
	keys({"key": null, "encrypted": false}, {}) == set()
}
