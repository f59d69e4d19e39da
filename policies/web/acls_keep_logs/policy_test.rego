package policies.web.acls_keep_logs_test

import data.lib.fixtures
import data.policies.web.acls_keep_logs as policy

found(logs) := result if {
	acl := fixtures.node("web-acl", "aws.web-acl", "shop", {"name": "shop"})
	result := policy.findings with input as fixtures.document(acl, {"web_logs": logs})
}

log(destinations) := fixtures.node("web-log", "aws.web-acl-log", "log", {"destinations": destinations})

test_no_log_is_a_finding if {
	fixtures.messages(found([])) == ["shop keeps no logs"]
}

test_a_log_is_fine if {
	count(found([log([{"type": "bucket", "name": "aws-waf-logs-shop"}])])) == 0
}

test_a_log_without_a_destination_is_just_outside if {
	count(found([log([])])) == 1
}
