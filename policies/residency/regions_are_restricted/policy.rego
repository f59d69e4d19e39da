# METADATA
# title: The organization must refuse Regions that nobody uses
# description: >-
#   What cannot be started in a Region cannot keep data there. A service control policy that denies everything
#   outside chosen Regions holds for every account.
# related_resources:
#   - https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_examples_general.html
#   - https://docs.aws.amazon.com/controltower/latest/controlreference/primary-region-deny-policy.html
# custom:
#   severity: medium
#   subject: organization
#   reads: [policies]
#   complete: true
#   remediation: >-
#     Attach a service control policy that denies all but global services where aws:RequestedRegion is not among
#     your Regions; Terraform: aws_organizations_policy.
#   controls:
#     nist-800-53-r5: [AC-3, AC-4]
package policies.residency.regions_are_restricted

findings contains finding if {
	not restricted
	finding := {
		"key": "regions",
		"message": sprintf("No service control policy of %s keeps accounts out of Regions", [input.subject.label]),
		"evidence": [input.subject.id],
	}
}

restricted if {
	some policy in input.policies
	policy.is.policyType == "service-control"
	some statement in statements(policy.is.document)
	statement.Effect == "Deny"
	some operator, tests in statement.Condition
	startswith(lower(operator), "stringnot")
	some key, _ in tests
	lower(key) == "aws:requestedregion"
}

statements(document) := document.Statement if is_array(document.Statement)

statements(document) := [document.Statement] if is_object(document.Statement)
