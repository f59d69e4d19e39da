package policies.web.firewall_manager_policies_mend_test

import data.lib.fixtures
import data.policies.web.firewall_manager_policies_mend as policy

base := {"remediation": true}

beside := {}

found(over, more) := result if {
	subject := fixtures.node("security-policy", "aws.firewall-manager-policy", "it", object.union(base, over))
	result := policy.findings with input as fixtures.document(subject, object.union(beside, more))
}

test_one_that_only_reports_is_a_finding if {
	fixtures.keys(found({"remediation": false}, {})) == {"remediation"}
}

test_one_that_mends_is_fine if {
	fixtures.keys(found({}, {})) == set()
}

test_what_is_not_told_is_no_finding if {
	fixtures.keys(found({"remediation": null}, {})) == set()
}
