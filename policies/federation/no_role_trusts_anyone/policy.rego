# METADATA
# title: A role must not let just anyone become it
# description: >-
#   A trust policy with the principal * and no condition on who asks lets every account of the provider take the
#   role, and with it all that the role may do.
# related_resources:
#   - https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
#   - https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-concepts.html
# schemas:
#   - input: schema["role"]
# custom:
#   severity: critical
#   subject: role
#   types: [aws.iam-role]
#   reads: [trust]
#   remediation: >-
#     Name the accounts or roles that need it, or ask for aws:PrincipalOrgID. Console: IAM, Roles, Trust
#     relationships; CLI: aws iam update-assume-role-policy; Terraform: assume_role_policy of the aws_iam_role.
#   controls:
#     nist-800-53-r5: [AC-3, AC-6]
package policies.federation.no_role_trusts_anyone

import data.lib.trust

findings contains finding if {
	some way in input.trust.ways
	way.party.type == "anyone"
	not trust.identified(way)
	finding := {
		"key": trust.key(way),
		"message": sprintf("Anyone%s may become %s by %s (%s)", [but(way), input.subject.label, way.call, trust.statement(way)]),
		"evidence": [trust.evidence(way, input.subject)],
	}
}

but(way) := "" if count(way.except) == 0

but(way) := sprintf(" but %d named", [count(way.except)]) if count(way.except) > 0
