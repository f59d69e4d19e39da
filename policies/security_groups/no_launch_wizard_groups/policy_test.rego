package policies.security_groups.no_launch_wizard_groups_test

import data.lib.fixtures
import data.policies.security_groups.no_launch_wizard_groups as policy

found(name) := result if {
	result := policy.findings with input as fixtures.document(fixtures.group({"name": name}), {})
}

test_a_wizard_group_is_a_finding if {
	fixtures.keys(found("launch-wizard-7")) == {"launch-wizard"}
	fixtures.messages(found("launch-wizard-7")) == ["sg-1 was made by the launch wizard"]
}

test_a_named_group_is_fine if {
	count(found("web")) == 0
}

test_a_name_that_only_mentions_it_is_just_outside if {
	count(found("not-launch-wizard-7")) == 0
	count(found("launch-wizard")) == 0
}
