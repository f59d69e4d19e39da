package policies.web.acls_guard_something_test

import data.lib.fixtures
import data.policies.web.acls_guard_something as policy

found(protects) := result if {
	acl := fixtures.node("web-acl", "aws.web-acl", "shop", {"name": "shop"})
	result := policy.findings with input as fixtures.document(acl, {"protects": protects})
}

test_one_that_guards_nothing_is_a_finding if {
	fixtures.messages(found([])) == ["shop guards nothing"]
}

test_one_that_guards_a_balancer_is_fine if {
	count(found([fixtures.balancer({})])) == 0
}

test_one_that_guards_something_internal_is_just_outside if {
	count(found([fixtures.balancer({"scheme": "internal"})])) == 0
}
