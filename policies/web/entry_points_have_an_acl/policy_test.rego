package policies.web.entry_points_have_an_acl_test

import data.lib.fixtures
import data.policies.web.entry_points_have_an_acl as policy

found(is, acl) := result if {
	entry := fixtures.node("entry-point", "aws.distribution", "shop", object.union({"entryType": "cdn", "public": true, "enabled": true}, is))
	result := policy.findings with input as fixtures.document(entry, {"web_acl": acl})
}

acl := fixtures.node("web-acl", "aws.web-acl", "acl", {})

test_a_public_one_without_is_a_finding if {
	fixtures.messages(found({}, null)) == ["shop answers the internet without a web ACL"]
}

test_one_with_an_acl_is_fine if {
	count(found({}, acl)) == 0
}

test_a_private_or_disabled_one_is_just_outside if {
	count(found({"public": false}, null)) == 0
	count(found({"public": null}, null)) == 0
	count(found({"enabled": false}, null)) == 0
}

test_what_cannot_have_one_is_not_asked if {
	count(found({"entryType": "http-api"}, null)) == 0
}
