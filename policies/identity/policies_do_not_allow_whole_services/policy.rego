# METADATA
# title: Policies should not allow all of a service
# description: >-
#   A whole service is also its deleting, sharing and rewriting actions, and those that are added to it next
#   year.
# related_resources:
#   - https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html
# schemas:
#   - input: schema["identity-policy"]
# custom:
#   severity: low
#   subject: identity-policy
#   types: [aws.iam-policy]
#   reads: []
#   remediation: >-
#     Name the actions that are needed, or the resources. CLI: aws iam create-policy-version --set-as-default;
#     Terraform: policy of the aws_iam_policy.
#   controls:
#     aws-fsbp: [IAM.21]
#     nist-800-53-r5: [AC-6]
package policies.identity.policies_do_not_allow_whole_services

import data.lib.documents

findings contains finding if {
	input.subject.is.providerManaged == false
	some place, statement in documents.statements(input.subject.is.document)
	statement.Effect == "Allow"
	some action in documents.list(statement, "Action")
	regex.match(`:\*+$`, action)
	not documents.all_actions(action)
	some resource in documents.list(statement, "Resource")
	documents.all_resources(resource)
	finding := {
		"key": sprintf("statement/%d", [place]),
		"message": sprintf("Statement %d of %s allows all of a service", [place + 1, input.subject.label]),
		"evidence": [input.subject.id],
	}
}
