package policies.security_groups.groups_say_what_they_are_for_test

import data.lib.fixtures
import data.policies.security_groups.groups_say_what_they_are_for as policy

found(is) := result if {
	result := policy.findings with input as fixtures.document(fixtures.group(is), {})
}

test_nothing_and_placeholders_are_findings if {
	every description in [null, "", " ", "Managed by Terraform", "web"] {
		fixtures.keys(found({"description": description})) == {"description"}
	}
}

test_words_about_the_workload_are_fine if {
	count(found({"description": "front of the shop, team retail"})) == 0
}

test_a_placeholder_with_more_words_is_just_outside if {
	count(found({"description": "Managed by Terraform, web servers of the shop"})) == 0
}

test_default_groups_are_described_by_aws if {
	count(found({"isDefault": true, "description": null})) == 0
	not policy.applicable with input as fixtures.document(fixtures.group({"isDefault": true}), {})
	policy.applicable with input as fixtures.document(fixtures.group({}), {})
}
