# METADATA
# title: A role must not trust what no longer exists
# description: >-
#   A trust policy that names a role, user or provider which is gone is at best dead; whoever makes one of that
#   name again gets in. A unique id stands where the provider itself noticed that somebody was deleted.
# related_resources:
#   - https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
#   - https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html
# schemas:
#   - input: schema["role"]
# custom:
#   severity: medium
#   subject: role
#   types: [aws.iam-role]
#   reads: [trust]
#   remediation: >-
#     Take the principal out of the trust policy, or delete the role. CLI: aws iam update-assume-role-policy;
#     Terraform: assume_role_policy of the aws_iam_role.
#   controls:
#     nist-800-53-r5: [AC-2, AC-6]
package policies.federation.who_is_trusted_exists

import data.lib.trust

findings contains finding if {
	some way in input.trust.ways
	way.party.exists == false
	finding := {
		"key": trust.key(way),
		"message": sprintf("%s trusts %s, which does not exist (%s)", [
			input.subject.label,
			way.party.name,
			trust.statement(way),
		]),
		"evidence": [trust.evidence(way, input.subject)],
	}
}
