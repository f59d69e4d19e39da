package policies.web.distributions_fail_over_test

import data.lib.fixtures
import data.policies.web.distributions_fail_over as policy

base := {
	"cdn": {
		"origins": [],
		"originGroups": [{"name": "g", "origins": ["a", "b"]}],
		"behaviors": [],
		"realtimeLogs": false,
	},
	"entryType": "cdn",
}

beside := {}

found(over, more) := result if {
	subject := fixtures.node("entry-point", "test.entry-point", "it", object.union(base, over))
	result := policy.findings with input as fixtures.document(subject, object.union(beside, more))
}

test_none_is_a_finding if {
	over := {"cdn": {"origins": [], "originGroups": [], "behaviors": [], "realtimeLogs": false}}
	fixtures.keys(found(over, {})) == {"failover"}
}

test_a_group_is_fine if {
	fixtures.keys(found({}, {})) == set()
}

test_an_api_has_none if {
	over := {
		"entryType": "rest-api",
		"cdn": {"origins": [], "originGroups": [], "behaviors": [], "realtimeLogs": false},
	}
	fixtures.keys(found(over, {})) == set()
}
