package policies.web.no_classic_acls_test

import data.lib.fixtures
import data.policies.web.no_classic_acls as policy

base := {"defaultAction": "allow"}

beside := {"classic_rules": []}

found(over, more) := result if {
	subject := fixtures.node("web-acl", "aws.waf-classic-web-acl", "it", object.union(base, over))
	result := policy.findings with input as fixtures.document(subject, object.union(beside, more))
}

test_one_is_a_finding if {
	fixtures.keys(found({}, {"classic_rules": []})) == {"classic"}
}

test_with_rules_too if {
	more := {
		"classic_rules": [{"id": "r", "kind": "waf-classic-rule", "type": "t", "label": "r", "is": {}}],
	}
	fixtures.keys(found({}, more)) == {"classic"}
}

test_and_one_that_blocks if {
	fixtures.keys(found({"defaultAction": "block"}, {"classic_rules": []})) == {"classic"}
}
