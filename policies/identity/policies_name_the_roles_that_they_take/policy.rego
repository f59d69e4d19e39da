# METADATA
# title: Policies must name the roles that may be taken
# description: >-
#   Whoever may take every role may take every one that trusts the account, in this account and in all
#   others.
# related_resources:
#   - https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_permissions-to-switch.html
# schemas:
#   - input: schema["identity-policy"]
# custom:
#   severity: medium
#   subject: identity-policy
#   types: [aws.iam-policy]
#   reads: []
#   remediation: >-
#     Name the roles. CLI: aws iam create-policy-version --set-as-default; Terraform: policy of the
#     aws_iam_policy.
#   controls:
#     nist-800-53-r5: [AC-3, AC-6]
package policies.identity.policies_name_the_roles_that_they_take

import data.lib.documents

findings contains finding if {
	input.subject.is.providerManaged == false
	some place, statement in documents.statements(input.subject.is.document)
	statement.Effect == "Allow"
	some action in documents.list(statement, "Action")
	documents.covers(action, "sts:AssumeRole")
	not documents.all_actions(action)
	some resource in documents.list(statement, "Resource")
	documents.all_resources(resource)
	finding := {
		"key": sprintf("statement/%d", [place]),
		"message": sprintf("Statement %d of %s lets every role be taken", [place + 1, input.subject.label]),
		"evidence": [input.subject.id],
	}
}
