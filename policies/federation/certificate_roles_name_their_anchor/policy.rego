# METADATA
# title: A role for certificates must name its anchor
# description: >-
#   A role that trusts Roles Anywhere without a condition is open to certificates of every anchor in the
#   account, also of the one that somebody adds for a test.
# related_resources:
#   - https://docs.aws.amazon.com/rolesanywhere/latest/userguide/trust-model.html
# schemas:
#   - input: schema["role"]
# custom:
#   severity: high
#   subject: role
#   types: [aws.iam-role]
#   reads: [trust]
#   remediation: >-
#     Ask for it: Condition ArnEquals aws:SourceArn with the anchor. CLI: aws iam update-assume-role-policy;
#     Terraform: assume_role_policy of the aws_iam_role.
#   controls:
#     nist-800-53-r5: [AC-3, IA-8]
package policies.federation.certificate_roles_name_their_anchor

import data.lib.trust

findings contains finding if {
	some way in input.trust.ways
	way.party.name == "rolesanywhere.amazonaws.com"
	not trust.bound(way, "aws:sourcearn")
	finding := {
		"key": trust.key(way),
		"message": sprintf("Certificates of any anchor become %s (%s)", [input.subject.label, trust.statement(way)]),
		"evidence": [trust.evidence(way, input.subject)],
	}
}
