# METADATA
# title: A trust policy should name the calls that it allows
# description: >-
#   With a wildcard the same statement lets in by every call, now and later: with tags and source identities
#   of the caller's choosing, which other policies rely on.
# related_resources:
#   - https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_update-role-trust-policy.html
# schemas:
#   - input: schema["role"]
# custom:
#   severity: low
#   subject: role
#   types: [aws.iam-role]
#   reads: []
#   remediation: >-
#     Write the trust policy anew. CLI: aws iam update-assume-role-policy; Terraform: assume_role_policy of
#     the aws_iam_role.
#   controls:
#     nist-800-53-r5: [AC-3, AC-6]
package policies.federation.trust_names_its_calls

import data.lib.documents

findings contains finding if {
	some place, statement in documents.statements(input.subject.is.trust)
	statement.Effect == "Allow"
	some action in array.concat(documents.list(statement, "Action"), documents.list(statement, "NotAction"))
	wide(action, statement)
	finding := {
		"key": sprintf("statement/%d", [place]),
		"message": sprintf("Statement %d of the trust policy of %s allows calls that it does not name", [place + 1, input.subject.label]),
		"evidence": [input.subject.id],
	}
}

wide(action, _) if regex.match(`[*?]`, action)

wide(_, statement) if statement.NotAction
