# METADATA
# title: Nobody from outside may become an administrator
# description: >-
#   A role that somebody else can take, and that may do everything or give itself everything, hands them the
#   account: their security is yours.
# related_resources:
#   - https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html
#   - https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html
# schemas:
#   - input: schema["role"]
# custom:
#   severity: high
#   subject: role
#   types: [aws.iam-role]
#   reads: [trust, privileges]
#   remediation: >-
#     Give the role what the other side needs and no more, or a permissions boundary. CLI: aws iam put-role-
#     permissions-boundary; Terraform: permissions_boundary of the aws_iam_role.
#   controls:
#     nist-800-53-r5: [AC-3, AC-6]
package policies.federation.outside_roles_are_not_administrators

import data.lib.trust

findings contains finding if {
	some power in powers
	some way in input.trust.ways
	outside(way)
	finding := {
		"key": trust.key(way),
		"message": sprintf("%s may become %s, which %s (%s)", [
			way.party.name,
			input.subject.label,
			power,
			trust.statement(way),
		]),
		"evidence": [trust.evidence(way, input.subject)],
	}
}

powers := ["may do everything"] if {
	input.privileges.administrator == true
} else := [sprintf("can give itself everything: it %s", [names[0]])] if {
	names := [escalation.name | some escalation in input.privileges.escalations]
	count(names) > 0
} else := []

outside(way) if way.party.relation in {"outside", "unknown"}

outside(way) if way.call == "AssumeRoleWithWebIdentity"

outside(way) if {
	way.party.type == "anyone"
	not trust.identified(way)
}
