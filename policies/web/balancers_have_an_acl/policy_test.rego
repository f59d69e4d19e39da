package policies.web.balancers_have_an_acl_test

import data.lib.fixtures
import data.policies.web.balancers_have_an_acl as policy

found(is, acl) := result if {
	result := policy.findings with input as fixtures.document(fixtures.balancer(is), {"web_acl": acl})
}

acl := fixtures.node("web-acl", "aws.web-acl", "acl", {})

test_one_without_is_a_finding if {
	fixtures.messages(found({}, null)) == ["alb-1 answers the internet without a web ACL"]
}

test_one_with_an_acl_is_fine if {
	count(found({}, acl)) == 0
}

test_an_internal_one_is_just_outside if {
	count(found({"scheme": "internal"}, null)) == 0
}

test_a_network_balancer_is_not_asked if {
	count(found({"balancerType": "network"}, null)) == 0
}
