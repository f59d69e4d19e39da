# METADATA
# title: Policies must name the roles that may be passed on
# description: >-
#   Whoever may pass every role gives the strongest one to something of their own, and is an administrator.
# related_resources:
#   - https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html
# schemas:
#   - input: schema["identity-policy"]
# custom:
#   severity: high
#   subject: identity-policy
#   types: [aws.iam-policy]
#   reads: []
#   remediation: >-
#     Name the roles, and iam:PassedToService. CLI: aws iam create-policy-version --set-as-default; Terraform:
#     policy of the aws_iam_policy.
#   controls:
#     nist-800-53-r5: [AC-6]
package policies.identity.policies_name_the_roles_that_they_pass

import data.lib.documents

findings contains finding if {
	input.subject.is.providerManaged == false
	some place, statement in documents.statements(input.subject.is.document)
	statement.Effect == "Allow"
	some action in documents.list(statement, "Action")
	documents.covers(action, "iam:PassRole")
	not documents.all_actions(action)
	some resource in documents.list(statement, "Resource")
	documents.all_resources(resource)
	not statement.Condition
	finding := {
		"key": sprintf("statement/%d", [place]),
		"message": sprintf("Statement %d of %s lets every role be passed on", [place + 1, input.subject.label]),
		"evidence": [input.subject.id],
	}
}
